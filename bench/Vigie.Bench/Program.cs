using BenchmarkDotNet.Running;
using Vigie.Bench;

BenchmarkSwitcher.FromAssembly(typeof(PathBenchmarks).Assembly).Run(args);
