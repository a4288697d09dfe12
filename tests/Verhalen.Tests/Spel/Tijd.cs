using WmoPlatform.Testhuis;

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>
/// The one time of all stories. They play together, as the dossiers of a municipality do: a story that needs a later day waits, and once
/// all stories wait, the clock goes on to the first day that one of them needs. It never goes back, and passes no day by: on each day the
/// platform does what falls due by itself.
/// </summary>
/// <param name="klok">The clock of all services and of the partners.</param>
/// <param name="begin">The moment that it stands at.</param>
/// <param name="nieuweDag">Does what falls due on a new day.</param>
/// <param name="rust">Waits until everything that happened has had its effect.</param>
internal sealed class Tijd(TestKlok klok, DateTimeOffset begin, Func<Task> nieuweDag, Func<Task> rust) : IDisposable
{
    /// <summary>Stories that act at the same time: more would only wait for each other on a small machine.</summary>
    private readonly SemaphoreSlim _plaatsen = new(4);
    private readonly Lock _slot = new();
    private readonly List<(DateTimeOffset Moment, TaskCompletionSource Klaar)> _wachtenden = [];
    private DateTimeOffset _nu = begin;
    private int _bezig;
    private bool _gaatVerder;

    /// <summary>The stories that were announced and did not begin yet; without all of them time stands still.</summary>
    private static int s_verwacht;

    public static void Verwacht(int verhalen) => s_verwacht = verhalen;

    /// <summary>A story begins.</summary>
    public void Begin()
    {
        lock (_slot)
        {
            s_verwacht--;
            _bezig++;
        }
    }

    /// <summary>Waits until a moment. A story acts between two waits, and then has a place.</summary>
    /// <exception cref="InvalidOperationException">The moment has passed.</exception>
    public async Task Tot(DateTimeOffset moment, bool heeftPlaats)
    {
        Task wachten;
        lock (_slot)
        {
            if (moment < _nu)
                throw new InvalidOperationException($"Een verhaal gaat niet terug in de tijd, van {_nu:u} naar {moment:u}.");
            if (moment == _nu && heeftPlaats) return;
            var klaar = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _wachtenden.Add((moment, klaar));
            wachten = klaar.Task;
            Weg(heeftPlaats);
        }
        await wachten;
        await _plaatsen.WaitAsync();
    }

    /// <summary>A story has ended, well or not.</summary>
    public void Einde(bool heeftPlaats)
    {
        lock (_slot) Weg(heeftPlaats);
    }

    public void Dispose() => _plaatsen.Dispose();

    private void Weg(bool heeftPlaats)
    {
        if (heeftPlaats) _plaatsen.Release();
        _bezig--;
        if (_bezig > 0 || s_verwacht > 0 || _wachtenden.Count == 0 || _gaatVerder) return;
        _gaatVerder = true;
        _ = Task.Run(GaVerder);
    }

    private async Task GaVerder()
    {
        Exception? fout = null;
        var moment = _wachtenden.Min(w => w.Moment);
        try
        {
            await rust();
            for (var dag = TestKlok.Dag(_nu).AddDays(1); dag <= TestKlok.Dag(moment); dag = dag.AddDays(1))
            {
                klok.Zet(Dag.Om(dag, new(0, 5)));
                await nieuweDag();
            }
            if (klok.GetUtcNow() < moment) klok.Zet(moment);
        }
#pragma warning disable CA1031 // Whatever goes wrong, goes wrong in the stories that wait.
        catch (Exception e)
#pragma warning restore CA1031
        {
            fout = e;
        }
        List<TaskCompletionSource> klaar;
        lock (_slot)
        {
            _nu = moment;
            klaar = [.. _wachtenden.Where(w => fout is not null || w.Moment == moment).Select(w => w.Klaar)];
            _wachtenden.RemoveAll(w => klaar.Contains(w.Klaar));
            _bezig += klaar.Count;
            _gaatVerder = false;
        }
        foreach (var wachtende in klaar)
            if (fout is null) wachtende.SetResult();
            else wachtende.SetException(new InvalidOperationException($"De dag kwam niet tot rust: {fout.Message}", fout));
    }
}
