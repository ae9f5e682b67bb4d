using System.CommandLine;
using System.Globalization;
using Vigie.Events.Coding;
using Vigie.Events.Incidents;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie eval incidents</c>: how well reports of one incident are brought together, measured on reports of which the incidents are known.</summary>
internal static class EvalIncidents
{
    /// <summary>How strongly the weights for tables are pulled to 0: chosen once, on the Ivorian table.</summary>
    public const double TablePull = 5;

    /// <summary>How strongly the weights for articles are pulled to those for tables: there are few articles to learn from.</summary>
    public const double ArticlePull = 1;

    public static Command Build()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A table of coded reports (.csv, with MAVERICK's column names, event_id and election), or articles with coded events that name their incident (.jsonl).",
        };
        var code = new Option<bool>("--code") { Description = "Let Vigie code the articles, and learn from and measure on the events that it finds; without it the file's own coded events are taken." };
        var write = new Option<string?>("--write") { Description = "Write the model that was learned from all of the file, with its thresholds, to this file.", HelpName = "FILE" };
        var command = new Command("incidents", "Measure the grouping of reports into incidents; what is measured is held out from what is learned.");
        command.Arguments.Add(file);
        command.Options.Add(code);
        command.Options.Add(write);
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(code), parsed.GetValue(write)));
        return command;
    }

    private static int Run(string file, bool code, string? write)
    {
        var messages = new Messages(Console.Error);
        bool articles = Path.GetExtension(file).Equals(".jsonl", StringComparison.OrdinalIgnoreCase);
        try
        {
            CrossValidated? learned = articles ? OnArticles(file, code) : OnTable(file, messages);
            if (learned is not null && write is not null) File.WriteAllText(write, learned.Model.ToYaml(Path.GetFileName(file)));
        }
        catch (InputException e)
        {
            messages.Unreadable(file, e.Message);
        }
        return messages.AnyUnreadable ? ExitCode.Unreadable : ExitCode.Done;
    }

    private static CrossValidated? OnTable(string file, Messages messages)
    {
        if (GroupCommand.Rows(file, messages) is not { } rows) return null;
        TableRow[] labelled = [.. rows.Where(row => row is { Account: not null, Incident: not null })];
        if (labelled.Length == 0) throw new InputException("no row has an event_id to measure by; vigie group groups such a table");
        LabelledAccount[] accounts = [.. labelled.Select(row => new LabelledAccount(row.Account!, row.Incident!, row.Election))];
        CrossValidated learned = Learn(accounts, TablePull, prior: null);
        Report("as vigie group groups it", Agreement.Of([.. accounts.Select(account => account.Incident)], GroupCommand.Group(labelled, IncidentModel.ForTables(DataFolder.BesideProgram))));
        return learned;
    }

    private static CrossValidated OnArticles(string file, bool code)
    {
        IReadOnlyList<ToldArticle> articles;
        using (Stream stream = InputFiles.Open(file)) articles = ToldArticles.Read(stream);
        DataFolder data = DataFolder.BesideProgram;
        LabelledAccount[] accounts = GoldAccounts(articles, DocumentReader.Load(data));
        IncidentModel prior = IncidentModel.ForTables(data);
        return code ? OnOwnEvents(articles, accounts, prior, data) : Learn(accounts, ArticlePull, prior);
    }

    /// <summary>Learns from the events that Vigie codes, for these are what it has to group, and from the gold events beside.</summary>
    private static CrossValidated OnOwnEvents(IReadOnlyList<ToldArticle> articles, LabelledAccount[] gold, IncidentModel prior, DataFolder data)
    {
        OwnEvents[] own;
        using (Coder coder = Coder.Load(data)) own = [.. articles.Select(article => OwnEvents.Of(article, coder.Code(article.Article)))];
        LabelledAccount[] accounts =
        [
            .. own.SelectMany(article => article.Accounts()).Where(told => told.Incident is not null)
                .Select(told => new LabelledAccount(told.Account, told.Incident!, Scene(told.Incident!))),
        ];
        CrossValidated learned = Learn(accounts, ArticlePull, prior, gold);
        Report("gold events", Grouped(learned, gold.GroupBy(account => account.Fold), scene => scene.Select(account => account.Account), scene => scene.Select(account => (account.Incident, (string?)account.Account.EventId))));
        Report("all own events", Grouped(
            learned,
            own.GroupBy(article => Scene(article.Article.Incidents[0])),
            scene => scene.SelectMany(article => article.Accounts()).Select(told => told.Account),
            scene => scene.SelectMany(article => article.Article.Incidents.Zip(article.Told, (incident, told) => (incident, told?.Id)))));
        Console.WriteLine($"Vigie coded {Whole(own.Sum(article => article.Told.Count(told => told is not null)))} of {Whole(gold.Length)} gold events, and {Whole(own.Sum(article => article.Coded.Events.Count) - accounts.Length)} that are none; a gold event not coded stands alone");
        return learned;
    }

    /// <summary>Every scene grouped by the model that was learned without it.</summary>
    /// <param name="itemsOf">Gold incident of each item, and the event that tells it; null where none does.</param>
    private static Agreement Grouped<T>(
        CrossValidated learned, IEnumerable<IGrouping<string, T>> scenes, Func<IGrouping<string, T>, IEnumerable<Account>> accountsOf, Func<IGrouping<string, T>, IEnumerable<(string Incident, string? EventId)>> itemsOf)
    {
        var gold = new List<string>();
        var found = new List<string>();
        foreach (IGrouping<string, T> scene in scenes)
        {
            IncidentModel model = learned.Folds.Single(fold => fold.Fold == scene.Key).Model;
            var index = new IncidentIndex(model, model.Join);
            index.Add(accountsOf(scene));
            foreach ((string incident, string? eventId) in itemsOf(scene))
            {
                gold.Add(incident);
                found.Add(eventId is null ? "alone " + gold.Count.ToString(CultureInfo.InvariantCulture) : index.IncidentOf(eventId));
            }
        }
        return Agreement.Of(gold, found);
    }

    /// <summary>Accounts of the events that a person coded; folds are scenes.</summary>
    public static LabelledAccount[] GoldAccounts(IReadOnlyList<ToldArticle> articles, DocumentReader documents) =>
    [
        .. articles.SelectMany(article => AccountReader.Read(documents.Read(article.Article), article.Events)
            .Zip(article.Incidents, (account, incident) => new LabelledAccount(account, incident, Scene(incident)))),
    ];

    /// <summary>Incidents are named <c>scene-number</c>; a scene is held out as a whole.</summary>
    private static string Scene(string incident) => incident.Split('-')[0];

    private static CrossValidated Learn(LabelledAccount[] accounts, double pull, IncidentModel? prior, LabelledAccount[]? further = null)
    {
        if (accounts.Select(account => account.Fold).Distinct().Count() < 2)
            throw new InputException("all of it is one election or scene, so that nothing can be held out; give a file with two or more");
        CrossValidated learned = CrossValidation.Run(accounts, pull, prior, further);
        Console.WriteLine($"{Whole(accounts.Length)} accounts of {Whole(accounts.Select(account => account.Incident).Distinct().Count())} incidents, {Whole(learned.Folds.Count)} folds");
        Console.WriteLine("                              precision  recall  F1");
        Report("held out", learned.Agreement);
        foreach (FoldModel fold in learned.Folds)
            Console.WriteLine($"  {(fold.Fold.Length > 0 ? fold.Fold : "(none)"),-28}pairwise F1 {Part(fold.Agreement.Pairwise.F1)}, B³ F1 {Part(fold.Agreement.BCubed.F1)}, joined from {Part(fold.Model.Join)}");
        Console.WriteLine($"learned from all: joined from {Part(learned.Model.Join)}, without a person from {Part(learned.Model.Automatic)}");
        return learned;
    }

    private static void Report(string what, Agreement agreement)
    {
        Console.WriteLine($"{what + ", pairwise",-32}{Part(agreement.Pairwise.Precision)}   {Part(agreement.Pairwise.Recall)}   {Part(agreement.Pairwise.F1)}");
        Console.WriteLine($"{what + ", B³",-32}{Part(agreement.BCubed.Precision)}   {Part(agreement.BCubed.Recall)}   {Part(agreement.BCubed.F1)}");
    }

    private static string Part(double part) => part.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
