using System.Collections.Concurrent;

namespace Vigie.Cli;

/// <summary>Works on several items at a time and gives the results in the order of the items; few are ever held.</summary>
internal static class InOrder
{
    private const int HeldPerThread = 4;

    /// <param name="work">Runs on up to <paramref name="threads"/> threads at once. What it throws comes out at its result.</param>
    public static IEnumerable<TOut> Select<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int threads) =>
        threads == 1 ? items.Select(work) : OnThreads(items, work, threads);

    private static IEnumerable<TOut> OnThreads<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int threads)
    {
        using var waiting = new BlockingCollection<Task<TOut>>();
        var workers = new Thread[threads];
        for (int i = 0; i < threads; i++)
        {
            workers[i] = new Thread(() =>
            {
                foreach (Task<TOut> task in waiting.GetConsumingEnumerable()) task.RunSynchronously();
            })
            { IsBackground = true, Name = "coder" };
            workers[i].Start();
        }
        try
        {
            var held = new Queue<Task<TOut>>();
            foreach (TIn item in items)
            {
                var task = new Task<TOut>(() => work(item));
                waiting.Add(task);
                held.Enqueue(task);
                while (held.Count >= threads * HeldPerThread || (held.TryPeek(out Task<TOut>? first) && first.IsCompleted))
                    yield return held.Dequeue().GetAwaiter().GetResult();
            }
            while (held.TryDequeue(out Task<TOut>? next)) yield return next.GetAwaiter().GetResult();
        }
        finally
        {
            // A caller who stops early leaves work that nobody wants: drop it before the workers end.
            waiting.CompleteAdding();
            while (waiting.TryTake(out _))
            {
            }
            foreach (Thread worker in workers) worker.Join();
        }
    }
}
