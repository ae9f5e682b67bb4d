using System.CommandLine;
using Vigie.Training;
using Vigie.Training.Cli;

TorchLibrary.Prepare();
return new RootCommand("Trains Vigie's models from gold reports.") { ReaderCommand.Create(), NamesCommand.Create(), TriageCommand.Create() }.Parse(args).Invoke();
