using System.CommandLine;
using Vigie.Evaluation;
using Vigie.Events.Places;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie eval places</c>: the places found in texts whose places are known.</summary>
internal static class EvalPlacesCommand
{
    public static Command Build()
    {
        Argument<string[]> corpus = EvalCommand.Corpus("A file of coded reports (.jsonl), or of toponyms with coordinates as the Local-Global Lexicon has them (.xml, .xml.gz).");
        var command = new Command("places", "Measure whether the right places are found and chosen, and toponyms where the corpus marks them all.");
        command.Arguments.Add(corpus);
        command.SetAction(parsed =>
        {
            DocumentReader reader = DocumentReader.Load(DataFolder.BesideProgram);
            using PlaceRecogniser places = PlaceRecogniser.Load(DataFolder.BesideProgram);
            return EvalCommand.Run(parsed.GetRequiredValue(corpus), path => Measure(path, reader, places));
        });
        return command;
    }

    private static IEnumerable<string> Measure(string path, DocumentReader reader, PlaceRecogniser places)
    {
        var score = new PlaceScore();
        foreach (PlacedText text in PlacedText.Read(path)) score.Add(text, places.Find(reader.Read(text.Article)));
        return score.Lines();
    }
}
