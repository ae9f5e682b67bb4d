using Vigie.Cli;

return VigieCommand.Run(args);
