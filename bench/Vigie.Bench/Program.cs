using BenchmarkDotNet.Running;
using Vigie.Bench;
using Vigie.Bench.Storing;

if (args is ["desk", .. var deskArguments]) return await DeskLoad.Run(deskArguments);
if (args is ["store", .. var storeArguments]) return StoreBench.Run(storeArguments);
BenchmarkSwitcher.FromAssembly(typeof(PathBenchmarks).Assembly).Run(args);
return 0;
