using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Vigie.Desk.Viewing;
using Vigie.Store;
using Vigie.Store.Records;
using Vigie.Text;

namespace Vigie.Desk;

/// <summary>Turns what goes wrong into an answer that says what it is and what to do; the next request starts anew.</summary>
internal static class Faults
{
    public static async Task Handle(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not OperationCanceledException)
        {
            await Answer(context, e).ExecuteAsync(context);
        }
    }

    /// <summary>Whether the form is one of ours: a page of this desk, opened since it started.</summary>
    public static async Task CheckForm(HttpContext context) => await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);

    private static IResult Answer(HttpContext context, Exception e)
    {
        Visit visit = context.Visit();
        Wording.Words words = visit.Words;
        string back = PageOf(context);
        switch (e)
        {
            case StoreException fault:
                if (fault.Passing) context.Response.Headers.RetryAfter = "2";
                return Say("problem.store", $"{fault.Store}: {fault.Problem}", StatusCodes.Status503ServiceUnavailable);
            case StaleException stale:
                return Say("problem.stale", stale.Message, StatusCodes.Status409Conflict);
            case ProposalException or RecordException:
                return Say("problem.proposal", e.Message, StatusCodes.Status422UnprocessableEntity);
            case QueryException or ArgumentException { ParamName: "after" }:
                return Say("problem.query", e.Message, StatusCodes.Status400BadRequest);
            case AntiforgeryValidationException:
                return Say("problem.form", words["problem.form_text"], StatusCodes.Status400BadRequest);
            case BadHttpRequestException bad:
                return Say("problem.query", bad.Message, bad.StatusCode);
            case KnowledgeException:
                return Say("problem.fault", e.Message, StatusCodes.Status500InternalServerError);
            default:
                Console.Error.WriteLine($"vigie: fault: {e.GetType().Name}: {Texts.SafeText.Line(e.Message, 400)} ({context.Request.Method} {Texts.SafeText.Line(context.Request.Path.Value ?? "", 200)})");
                return Say("problem.fault", words["problem.fault_text"], StatusCodes.Status500InternalServerError);
        }

        IResult Say(string heading, string text, int status) => Answers.Problem(context, words[heading], Texts.SafeText.Line(text, 600), status, back);
    }

    /// <summary>The page from which it was tried.</summary>
    private static string PageOf(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "/";
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return HttpMethods.IsPost(context.Request.Method) && parts is ["events" or "incidents", var id, _] ? Shapes.Address($"/{parts[0]}/", id) : "/";
    }
}
