using System.Net;
using System.Reflection;
using Vigie.Store;
using Xunit;

namespace Vigie.Tests.Desk;

/// <summary>A store that fails is said to, and the desk goes on when it is back.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_store_that_fails_shows_a_page_that_says_so_and_recovers()
    {
        FailingStore? failing = null;
        await using OpenDesk desk = await OpenDesk.Start(around: store =>
        {
            IStore around = DispatchProxy.Create<IStore, FailingStore>();
            failing = (FailingStore)around;
            failing.Inner = store;
            return around;
        });
        failing!.Fault = new StoreException("desk.db", "the disk is full; make room", passing: true);
        foreach (string address in new[] { "/events", "/incidents", "/map", "/events.json", "/api/v1/events" })
        {
            using HttpResponseMessage answer = await desk.Visitor.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("the disk is full; make room", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.NotNull(answer.Headers.RetryAfter);
        }
        failing.Fault = new InvalidOperationException("secret of the house");
        using (HttpResponseMessage answer = await desk.Visitor.GetAsync(new Uri("/events", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.DoesNotContain("secret of the house", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        failing.Fault = null;
        Assert.Contains("2 drafts", await desk.Page("/events?lang=en"), StringComparison.Ordinal);
    }

    /// <summary>Passes every call on, unless it is told to fail.</summary>
    public class FailingStore : DispatchProxy
    {
        public IStore? Inner { get; set; }

        public Exception? Fault { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (Fault is not null) throw Fault;
            try
            {
                return targetMethod!.Invoke(Inner, args);
            }
            catch (TargetInvocationException e)
            {
                throw e.InnerException!;
            }
        }
    }
}
