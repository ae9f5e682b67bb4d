using BenchmarkDotNet.Running;
using Vigie.Bench;
using Vigie.Bench.Storing;

if (args is ["store", .. var rest]) return StoreBench.Run(rest);
BenchmarkSwitcher.FromAssembly(typeof(PathBenchmarks).Assembly).Run(args);
return 0;
