using System.Globalization;
using Dapper;

namespace Vigie.Store.Sql;

/// <summary>Lists of values within a statement: one parameter a value, which both databases take alike.</summary>
internal static class ParameterLists
{
    /// <summary>So many values a statement takes at most.</summary>
    public const int Longest = 500;

    /// <summary>Adds the values, and gives the list to put after <c>IN</c>.</summary>
    /// <param name="name">A name of this program's.</param>
    public static string AddList<T>(this DynamicParameters parameters, string name, IReadOnlyList<T> values)
    {
        if (values.Count == 0) return "(NULL)";
        if (values.Count > Longest) throw new ArgumentException($"more than {Longest} values are asked for at once; ask for fewer", name);
        var names = new string[values.Count];
        for (int i = 0; i < names.Length; i++)
        {
            string one = name + i.ToString(CultureInfo.InvariantCulture);
            parameters.Add(one, values[i]);
            names[i] = "@" + one;
        }
        return "(" + string.Join(", ", names) + ")";
    }

    /// <summary>Runs a query over any number of values, some hundreds at a time.</summary>
    /// <param name="sql">With <c>IN @values</c> where the values go.</param>
    public static IEnumerable<T> QueryEach<T, TValue>(this Session session, string sql, IEnumerable<TValue> values)
    {
        foreach (TValue[] chunk in values.Chunk(Longest))
        {
            var parameters = new DynamicParameters();
            string list = parameters.AddList("v", chunk);
            foreach (T row in session.Query<T>(sql.Replace("@values", list, StringComparison.Ordinal), parameters)) yield return row;
        }
    }
}
