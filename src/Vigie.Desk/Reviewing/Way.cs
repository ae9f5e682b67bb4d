using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Vigie.Desk.Viewing;
using Vigie.Store;

namespace Vigie.Desk.Reviewing;

/// <summary>Where a reviewer is on the way through the queue: kept in the address, so that two windows do not disturb one another.</summary>
/// <param name="Then">Key of the page that goes on from here, or null for the head of the queue.</param>
/// <param name="From">The event before this one, or null.</param>
internal sealed record Way(Filter Filter, string? Then, string? From)
{
    public static Way Read(IQueryCollection query) =>
        new(FilterQuery.Read(query), query["then"].ToString() is { Length: > 0 } then ? then : null, query["from_event"].ToString() is { Length: > 0 } from ? from : null);

    /// <summary>The way that a form carried.</summary>
    public static Way Parse(string query) => Read(new QueryCollection(QueryHelpers.ParseQuery(query)));

    public string Query() =>
        string.Join('&', new[] { FilterQuery.Text(Filter), FilterQuery.Part("then", Then), FilterQuery.Part("from_event", From) }.Where(part => !string.IsNullOrEmpty(part)));
}
