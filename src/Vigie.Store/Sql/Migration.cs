using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Vigie.Store.Sql;

/// <summary>Brings the schema of a store up to what this program knows: all missing steps in one transaction, or none.</summary>
internal static class Migration
{
    private const string Log = "CREATE TABLE schema_steps (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, at TEXT NOT NULL)";

    /// <summary>The steps of a schema, in their order.</summary>
    public static IReadOnlyList<SchemaStep> Steps(string schema)
    {
        Assembly assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(schema + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Step(assembly, schema, name))];
    }

    /// <exception cref="StoreException">The store was made by a newer program, or by one that had other steps.</exception>
    public static void Run(Dialect dialect, Instant now) => Run(dialect, Steps(dialect.Schema), now);

    public static void Run(Dialect dialect, IReadOnlyList<SchemaStep> steps, Instant now)
    {
        using (Session reading = Session.Reading(dialect))
            if (Missing(reading, steps).Count == 0) return;

        using Session session = Session.Writing(dialect);
        // Asked again: another process may have been faster.
        IReadOnlyList<SchemaStep> missing = Missing(session, steps);
        if (missing.Count == 0) return;
        if (!HasLog(session)) session.Execute(Log);
        foreach (SchemaStep step in missing)
        {
            session.Execute(step.Sql);
            session.Execute(
                "INSERT INTO schema_steps (number, name, sha256, at) VALUES (@Number, @Name, @Sha256, @at)",
                new { step.Number, step.Name, step.Sha256, at = Moments.Text(now) });
        }
        session.Commit();
    }

    /// <summary>Looks that nothing is missing, where nothing may be written.</summary>
    /// <exception cref="StoreException">The schema is older or newer than this program's.</exception>
    public static void Require(Dialect dialect)
    {
        using Session session = Session.Reading(dialect);
        if (Missing(session, Steps(dialect.Schema)).Count > 0)
            throw new StoreException(dialect.Name, "it was made by an older Vigie, and is opened for reading alone; import something into it once, which brings it up to date");
    }

    private static IReadOnlyList<SchemaStep> Missing(Session session, IReadOnlyList<SchemaStep> steps)
    {
        if (!HasLog(session)) return steps;
        Dictionary<long, string> done = session.Query<(long Number, string Sha256)>("SELECT number, sha256 FROM schema_steps").ToDictionary(step => step.Number, step => step.Sha256);
        if (done.Keys.Any(number => steps.All(step => step.Number != number)))
            throw new StoreException(session.Dialect.Name, "it was made by a newer Vigie; use that one");
        foreach (SchemaStep step in steps)
            if (done.TryGetValue(step.Number, out string? sha256) && sha256 != step.Sha256)
                throw new StoreException(session.Dialect.Name, $"step {step.Name} of its schema is another than this Vigie's; use the Vigie that made it, export, and import here");
        return [.. steps.Where(step => !done.ContainsKey(step.Number))];
    }

    private static bool HasLog(Session session) => session.First<long>(session.Dialect.TableExists, new { name = "schema_steps" }) > 0;

    private static SchemaStep Step(Assembly assembly, string schema, string resource)
    {
        using Stream stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException(resource);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A checkout may have other line ends; the step is the same.
        string sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        string name = Path.GetFileNameWithoutExtension(resource[(schema.Length + 1)..]);
        int number = int.Parse(name[..3], CultureInfo.InvariantCulture);
        return new SchemaStep(number, name, sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }
}

/// <summary>A step of the schema: <c>Schema/sqlite/002_events.sql</c>.</summary>
internal sealed record SchemaStep(int Number, string Name, string Sql, string Sha256);
