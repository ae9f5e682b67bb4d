using Vigie.Desk.Reviewing;
using Vigie.Desk.Wording;
using Vigie.Events.Coding;
using Vigie.Events.Places;
using Vigie.Events;
using Vigie.Store.Export;
using Vigie.Store;
using Vigie.Text.Languages;
using Vigie.Text.Pages;
using Vigie.Text;

namespace Vigie.Desk;

/// <summary>What the desk works with; what is slow to load is loaded when it is first needed.</summary>
internal sealed class Room : IDisposable
{
    private readonly Lazy<Coder> coder;
    private readonly Lazy<Intake> intake;
    private readonly Lazy<PlaceSearch> places;
    private readonly Lazy<Furniture> furniture;
    private readonly Lazy<Exporter> exporter;
    private readonly Lazy<PrivateNames> names;

    public Room(IStore store, DataFolder data)
    {
        Store = store;
        Pack = ConflictPack.Load(data);
        Languages = Languages.Load(data);
        coder = new Lazy<Coder>(() => Coder.Load(data));
        intake = new Lazy<Intake>(() => new Intake(store, Coder, data));
        places = new Lazy<PlaceSearch>(() => PlaceSearch.Load(data));
        exporter = new Lazy<Exporter>(() => Exporter.Load(data));
        names = new Lazy<PrivateNames>(() => PrivateNames.Load(data));
        furniture = new Lazy<Furniture>(() => Furniture.Load(data, LanguageGuesser.Coded));
    }

    public IStore Store { get; }

    public ConflictPack Pack { get; }

    public Languages Languages { get; }

    public Coder Coder => coder.Value;

    public Intake Intake => intake.Value;

    public PlaceSearch Places => places.Value;

    public Exporter Exporter => exporter.Value;

    /// <summary>How the desk gives data away: without the names of private persons, and a row an event or, with a rule, a row an incident.</summary>
    public ExportOptions Giving(Filter filter, ResolutionRule? rule) => new(filter, rule, new Redaction(KeepNames: false, PlaceGrain.Exact, TimeGrain.Exact, names.Value), Limit: null);

    public EventForm Form => new(Pack, Places);

    /// <summary>The lines of a text that are no part of the report, by their start.</summary>
    public IReadOnlySet<int> FurnitureOf(string text)
    {
        var found = new HashSet<int>();
        int end = Math.Min(text.Length, Texts.MarkedText.Longest);
        for (int start = 0; start < end;)
        {
            int stop = text.IndexOf('\n', start);
            if (stop < 0) stop = text.Length;
            if (stop > start && furniture.Value.Recognise(text[start..stop], out _)) found.Add(start);
            start = stop + 1;
        }
        return found;
    }

    public void Dispose()
    {
        if (coder.IsValueCreated) coder.Value.Dispose();
        if (places.IsValueCreated) places.Value.Dispose();
    }
}
