using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using Vigie.Events;
using Vigie.Store;

namespace Vigie.Desk.Viewing;

/// <summary>A filter as the query of an address, so that every view can be sent on.</summary>
public static class FilterQuery
{
    /// <summary>Longest search that is read, in UTF-16 code units.</summary>
    private const int LongestText = 500;

    /// <exception cref="QueryException">A value is not of its kind; says which, and how it is written.</exception>
    public static Filter Read(IQueryCollection query)
    {
        return new Filter
        {
            From = Day("from"),
            To = Day("to"),
            Box = ReadBox(query["box"]),
            Countries = Words("country"),
            EventTypes = Words("type"),
            SubEventTypes = Words("subtype"),
            Actors = Words("actor"),
            ActorKinds = Words("actor_kind"),
            Languages = Words("language"),
            Outlets = Words("outlet"),
            Text = query["q"].ToString() is { Length: > 0 and <= LongestText } text && !string.IsNullOrWhiteSpace(text) ? text : null,
            MinimumSources = Number("sources"),
            MinimumKilled = Number("killed"),
            MinimumConfidence = Number("confidence") is var percent and > 0 ? Math.Min(100, percent) / 100.0 : 0,
            Statuses = [.. Words("status").Select(word => Named<Status>("status", word))],
            Focus = query["focus"].ToString() is { Length: > 0 } focus ? Named<Focus>("focus", focus) : null,
            States = [.. Words("state").Select(word => Named<ReviewState>("state", word))],
            DisagreeingOnly = query["disagree"] == "1",
        };

        string[] Words(string name) => [.. query[name].OfType<string>().SelectMany(value => value.Split('|')).Where(value => value.Length is > 0 and <= LongestText).Distinct().Take(100)];

        LocalDate? Day(string name)
        {
            string value = query[name].ToString();
            if (value.Length == 0) return null;
            ParseResult<LocalDate> day = LocalDatePattern.Iso.Parse(value);
            return day.Success ? day.Value : throw new QueryException(name, "is no day; write it as 2025-08-20");
        }

        int Number(string name)
        {
            string value = query[name].ToString();
            if (value.Length == 0) return 0;
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw new QueryException(name, "is no whole number");
        }
    }

    public static Order ReadOrder(IQueryCollection query, Order otherwise) => query["order"].ToString() is { Length: > 0 } order ? Named<Order>("order", order) : otherwise;

    /// <summary>The query of an address, without the question mark; empty where the filter asks for nothing.</summary>
    public static string Text(Filter filter)
    {
        var query = new StringBuilder();
        Add("q", filter.Text);
        Add("from", filter.From is { } from ? ValueText.Of(from) : null);
        Add("to", filter.To is { } to ? ValueText.Of(to) : null);
        if (filter.Box is { } box) Add("box", string.Create(CultureInfo.InvariantCulture, $"{box.West},{box.South},{box.East},{box.North}"));
        AddAll("country", filter.Countries);
        AddAll("type", filter.EventTypes);
        AddAll("subtype", filter.SubEventTypes);
        AddAll("actor", filter.Actors);
        AddAll("actor_kind", filter.ActorKinds);
        AddAll("language", filter.Languages);
        AddAll("outlet", filter.Outlets);
        AddAll("status", filter.Statuses.Select(ValueText.Name));
        AddAll("state", filter.States.Select(ValueText.Name));
        Add("focus", filter.Focus is { } focus ? ValueText.Name(focus) : null);
        if (filter.MinimumSources > 0) Add("sources", filter.MinimumSources.ToString(CultureInfo.InvariantCulture));
        if (filter.MinimumKilled > 0) Add("killed", filter.MinimumKilled.ToString(CultureInfo.InvariantCulture));
        if (filter.MinimumConfidence > 0) Add("confidence", ((int)Math.Round(filter.MinimumConfidence * 100)).ToString(CultureInfo.InvariantCulture));
        if (filter.DisagreeingOnly) Add("disagree", "1");
        return query.ToString();

        void Add(string name, string? value)
        {
            if (string.IsNullOrEmpty(value)) return;
            if (query.Length > 0) query.Append('&');
            query.Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        void AddAll(string name, IEnumerable<string> values)
        {
            foreach (string value in values) Add(name, value);
        }
    }

    /// <summary>An address with parts of a query: those that are empty are left out.</summary>
    public static string Address(string path, params string?[] parts)
    {
        string query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part)));
        return query.Length == 0 ? path : path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;
    }

    /// <summary><c>name=value</c>, or null where there is no value.</summary>
    public static string? Part(string name, string? value) => string.IsNullOrEmpty(value) ? null : name + "=" + Uri.EscapeDataString(value);

    private static Box? ReadBox(string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        string[] parts = value.Split(',');
        var sides = new double[4];
        for (int i = 0; i < 4; i++)
            if (parts.Length != 4 || !double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out sides[i]) || !double.IsFinite(sides[i]))
                throw new QueryException("box", "has four sides in degrees: west,south,east,north");
        return new Box(sides[0], sides[1], sides[2], sides[3]);
    }

    private static T Named<T>(string name, string word) where T : struct, Enum =>
        Enum.TryParse(word, ignoreCase: true, out T value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word[0])
            ? value
            : throw new QueryException(name, $"is one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
}

/// <summary>A part of an address that cannot be read.</summary>
public sealed class QueryException(string name, string problem) : Exception($"{name}: {problem}")
{
    public string Name { get; } = name;
}
