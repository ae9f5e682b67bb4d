using BenchmarkDotNet.Running;
using Vigie.Bench;

if (args is ["desk", .. var rest]) return await DeskLoad.Run(rest);
BenchmarkSwitcher.FromAssembly(typeof(PathBenchmarks).Assembly).Run(args);
return 0;
