using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Vigie.Desk;
using Vigie.Events.Coding;
using Vigie.Store;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie serve</c>: the desk in a browser, from this one process.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 8077, HighestPort = 65535, MostShortReports = 45;

    public static Command Build()
    {
        var store = new Option<string?>("--store")
        {
            Description = "The store: a file, made where it is not there, or a server's database. Without it vigie.db in this folder; with --demo one that goes when the desk ends.",
            HelpName = "STORE",
        };
        var port = new Option<int>("--port")
        {
            Description = $"The port; 0 takes a free one. Without it {DefaultPort.ToString(CultureInfo.InvariantCulture)}.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultPort,
            CustomParser = result =>
            {
                string given = result.Tokens[0].Value;
                if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n <= HighestPort) return n;
                result.AddError($"--port: \"{given}\" is no port; give a number from 0 to {HighestPort.ToString(CultureInfo.InvariantCulture)}");
                return DefaultPort;
            },
        };
        var demo = new Option<bool>("--demo") { Description = "Fill the store with the sample reports that come with Vigie." };
        var listen = new Option<IPAddress>("--listen")
        {
            Description = "The address that the desk listens at. It has no accounts, so only one of this machine is taken: 127.0.0.1 or ::1.",
            HelpName = "ADDRESS",
            DefaultValueFactory = _ => IPAddress.Loopback,
            CustomParser = result =>
            {
                string given = result.Tokens[0].Value;
                if (!IPAddress.TryParse(given == "localhost" ? "127.0.0.1" : given, out IPAddress? address))
                    result.AddError($"--listen: \"{given}\" is no address; give 127.0.0.1 or ::1");
                else if (!IPAddress.IsLoopback(address))
                    result.AddError($"--listen: at {given} other machines could reach the desk, and it has no accounts to tell who is who; listen at 127.0.0.1 and let a server with accounts, or ssh -L, lead to it");
                return address ?? IPAddress.Loopback;
            },
        };
        var command = new Command("serve", "Open the desk: read, check and decide in the browser. One process, on this machine alone, without a network.") { store, port, demo, listen };
        command.SetAction(parsed => Run(parsed.GetValue(store), parsed.GetValue(demo), new DeskOptions(parsed.GetRequiredValue(listen), parsed.GetValue(port))));
        return command;
    }

    private static int Run(string? file, bool demo, DeskOptions options)
    {
        var messages = new Messages(Console.Error);
        string? folder = file is null && demo ? Directory.CreateTempSubdirectory("vigie-demo-").FullName : null;
        try
        {
            string address = file ?? (folder is null ? StoreOptions.DefaultFile : Path.Combine(folder, "demo.db"));
            using IStore store = Stores.Open(address, TimeProvider.System);
            if (demo) FillWithSamples(store, messages);
            Serve(store, options).GetAwaiter().GetResult();
            return ExitCode.Done;
        }
        catch (StoreException e)
        {
            messages.Unreadable(e.Store, e.Problem);
        }
        catch (Exception e) when (e is IOException && (e.InnerException as SocketException ?? e.InnerException?.InnerException) is not null)
        {
            messages.Unreadable($"port {options.Port.ToString(CultureInfo.InvariantCulture)}", "another program has it; give another with --port, or 0 for a free one");
        }
        finally
        {
            if (folder is not null) Directory.Delete(folder, recursive: true);
        }
        return ExitCode.Unreadable;
    }

    private static async Task Serve(IStore store, DeskOptions options)
    {
        await using DeskServer desk = await DeskServer.Start(options, store, DataFolder.BesideProgram);
        Console.Out.WriteLine(desk.Address.ToString().TrimEnd('/'));
        await Console.Out.FlushAsync();
        await desk.WaitForShutdown();
    }

    private static void FillWithSamples(IStore store, Messages messages)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "samples");
        var articles = new List<Article>();
        foreach (string file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)) Read(file, File.ReadAllBytes(file), Path.GetFileNameWithoutExtension(file));
        // Short reports of which several tell of one incident, in three languages.
        foreach (string line in File.ReadLines(Path.Combine(folder, "reports.jsonl")).Take(MostShortReports)) Read("reports.jsonl", Encoding.UTF8.GetBytes(line), "report");
        using Coder coder = Coder.Load(DataFolder.BesideProgram);
        new Intake(store, coder, DataFolder.BesideProgram).Keep(articles);

        // The samples have what a careful coder would record beside them: their texts alone are taken.
        void Read(string where, byte[] json, string name)
        {
            try
            {
                articles.Add(ArticleLine.Read(json, name));
            }
            catch (InputException e)
            {
                messages.Note(where, e.Message);
            }
        }
    }
}
