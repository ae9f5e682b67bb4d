using Vigie.Desk.Reviewing;
using Vigie.Desk.Wording;
using Vigie.Events.Coding;
using Vigie.Events.Places;
using Vigie.Store;
using Vigie.Text;
using Vigie.Text.Pages;
using Vigie.Text.Languages;

namespace Vigie.Desk;

/// <summary>What the desk works with; what is slow to load is loaded when it is first needed.</summary>
internal sealed class Room : IDisposable
{
    private readonly Lazy<Coder> coder;
    private readonly Lazy<PlaceSearch> places;
    private readonly Lazy<Furniture> furniture;

    public Room(IStore store, DataFolder data, TimeProvider clock)
    {
        Store = store;
        Clock = clock;
        Pack = ConflictPack.Load(data);
        Languages = Languages.Load(data);
        coder = new Lazy<Coder>(() => Coder.Load(data));
        places = new Lazy<PlaceSearch>(() => PlaceSearch.Load(data));
        furniture = new Lazy<Furniture>(() => Furniture.Load(data, LanguageGuesser.Coded));
    }

    public IStore Store { get; }

    public TimeProvider Clock { get; }

    public ConflictPack Pack { get; }

    public Languages Languages { get; }

    public Coder Coder => coder.Value;

    public PlaceSearch Places => places.Value;

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
