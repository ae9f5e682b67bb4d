using System.Buffers;
using MimeKit;
using NodaTime;
using Vigie.Text.Pages.Metadata;

namespace Vigie.Text.Pages.Documents;

/// <summary>A mail as an article: its subject, its text, its date and its sender.</summary>
/// <param name="Html">The text in HTML, or null where it is plain.</param>
/// <param name="Text">The plain text; empty where there is only HTML.</param>
internal sealed record MailText(string Subject, string? Html, string Text, PageTime? Sent, IReadOnlyList<string> From)
{
    private static readonly SearchValues<char> FieldName = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The mail; null where the bytes are none.</summary>
    public static MailText? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray());
            using MimeMessage message = MimeMessage.Load(stream);
            if (message.Headers.Count == 0) return null;
            PageTime? sent = message.Date == default ? null : new PageTime(
                LocalDate.FromDateTime(message.Date.DateTime), LocalTime.FromTimeOnly(TimeOnly.FromDateTime(message.Date.DateTime)), Offset.FromTimeSpan(message.Date.Offset));
            string text = message.TextBody ?? "";
            return new MailText(PageFacts.Collapsed(message.Subject ?? ""), text.Length == 0 ? message.HtmlBody : null, text, sent,
                [.. message.From.Mailboxes.Select(mailbox => string.IsNullOrWhiteSpace(mailbox.Name) ? mailbox.Address : mailbox.Name)]);
        }
        catch (Exception e) when (e is FormatException or IOException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether the bytes begin with the header of a mail.</summary>
    public static bool Begins(ReadOnlySpan<char> opening)
    {
        int header = 0;
        foreach (ReadOnlySpan<char> line in opening.EnumerateLines())
        {
            if (line.Length == 0 || line[0] is ' ' or '\t') continue;
            int colon = line.IndexOf(':');
            if (colon <= 0 || line[..colon].ContainsAnyExcept(FieldName)) return false;
            if (line[..colon] is "From" or "Subject" or "Received" or "Date" or "Message-ID" or "MIME-Version" or "Return-Path" or "Delivered-To" && ++header == 2) return true;
        }
        return false;
    }
}
