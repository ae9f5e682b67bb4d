using System.CommandLine;
using Vigie.Training;
using Vigie.Training.Cli;

TorchLibrary.Prepare();
return new RootCommand("Trains Vigie's models.") { ReaderCommand.Create(), NamesCommand.Create() }.Parse(args).Invoke();
