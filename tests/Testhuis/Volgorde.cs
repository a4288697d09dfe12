using System.Globalization;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Testhuis;

/// <summary>One step of a history: an event arrives, or a person or a partner does something.</summary>
/// <param name="Wat">Names the step in the message of a failure.</param>
/// <param name="Doe">Takes the step; false while its time has not come, for instance because it answers an earlier one.</param>
public sealed record Stap(string Wat, Func<Task<bool>> Doe)
{
    /// <summary>Whether the step may come twice: an event may, a person does something once.</summary>
    public bool KomtDubbel { get; init; }
}

/// <summary>
/// The same history in order, and in another order: shuffled, partly twice, and late. Repeat a run with WMOPLATFORM_SEED; more histories
/// with <see cref="Duur.Lang"/>.
/// </summary>
public static class Volgorde
{
    /// <summary>A step that has not had its turn after so many rounds waits for something that never comes.</summary>
    private const int Rondes = 10;

    /// <summary>The seed of the first history; the next ones follow it.</summary>
    public static int Zaad { get; } = int.TryParse(Environment.GetEnvironmentVariable("WMOPLATFORM_SEED"), CultureInfo.InvariantCulture,
        out var zaad) ? zaad : Environment.TickCount & 0xFFFFFF;

    /// <summary>The number of histories.</summary>
    public static int Aantal { get; } = Duur.Lang ? 500 : 20;

    /// <summary>The step in which this event arrives.</summary>
    public static Stap Komt<TDb>(this DienstFabriek<TDb> dienst, Gebeurtenis gebeurtenis) where TDb : ServiceDb
    {
        ArgumentNullException.ThrowIfNull(dienst);
        ArgumentNullException.ThrowIfNull(gebeurtenis);
        return new($"{gebeurtenis.GetType().Name} v{gebeurtenis.Versie}", async () =>
        {
            await dienst.Verwerk((dynamic)gebeurtenis);
            return true;
        })
        { KomtDubbel = true };
    }

    /// <summary>The step that a person or a partner takes.</summary>
    public static Stap Doet(string wat, Func<Task> doe) => new(wat, async () =>
    {
        await doe();
        return true;
    });

    /// <summary>This step once the condition holds. Until then it waits, and so does the event that it brings.</summary>
    public static Stap Zodra(this Stap stap, Func<bool> voorwaarde)
    {
        ArgumentNullException.ThrowIfNull(stap);
        return stap with { Doe = async () => voorwaarde() && await stap.Doe() };
    }

    /// <summary>This step, and what it makes possible.</summary>
    public static Stap Daarna(this Stap stap, Action gevolg)
    {
        ArgumentNullException.ThrowIfNull(stap);
        ArgumentNullException.ThrowIfNull(gevolg);
        return stap with
        {
            Doe = async () =>
            {
                if (!await stap.Doe()) return false;
                gevolg();
                return true;
            },
        };
    }

    /// <summary>These steps in any order, and some of the events twice.</summary>
    public static IReadOnlyList<Stap> Schud(IReadOnlyList<Stap> stappen, Random lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        Stap[] geschud = [.. stappen, .. stappen.Where(s => s.KomtDubbel && lot.Next(3) == 0)];
        lot.Shuffle(geschud);
        return geschud;
    }

    /// <summary>Takes the steps as they stand; none of them has to wait.</summary>
    /// <param name="stappen">The steps, in order.</param>
    /// <param name="daarna">What happens after every step.</param>
    public static async Task Loop(IReadOnlyList<Stap> stappen, Func<Task>? daarna = null)
    {
        ArgumentNullException.ThrowIfNull(stappen);
        foreach (var stap in stappen)
        {
            if (!await stap.Doe()) throw new InvalidOperationException($"In volgorde kan dit nog niet: {stap.Wat}.");
            if (daarna is not null) await daarna();
        }
    }

    /// <summary>
    /// Takes the steps as they stand. What comes too early comes back behind the others, as the inbox redelivers an event that misses an
    /// earlier one.
    /// </summary>
    /// <param name="stappen">The steps, in any order.</param>
    /// <param name="daarna">What happens after every step.</param>
    /// <returns>The steps in the order in which they were taken.</returns>
    public static async Task<string> LoopDoorElkaar(IReadOnlyList<Stap> stappen, Func<Task>? daarna = null)
    {
        ArgumentNullException.ThrowIfNull(stappen);
        var rij = new Queue<(Stap Stap, int Ronde)>(stappen.Select(s => (s, 0)));
        var genomen = new List<string>();
        while (rij.TryDequeue(out var volgende))
        {
            var (stap, ronde) = volgende;
            if (await Lukt(stap))
            {
                genomen.Add(stap.Wat);
                if (daarna is not null) await daarna();
            }
            else if (ronde < Rondes) rij.Enqueue((stap, ronde + 1));
            else throw new InvalidOperationException($"Komt nooit aan de beurt: {stap.Wat}, na {string.Join(", ", genomen)}.");
        }
        return string.Join(", ", genomen);
    }

    private static async Task<bool> Lukt(Stap stap)
    {
        try
        {
            return await stap.Doe();
        }
        catch (EarlierFactMissing)
        {
            return false;
        }
    }

    /// <summary>The text in which each of these names is replaced by its place, so that twins read the same.</summary>
    public static string Zonder(this string tekst, params IEnumerable<string> namen)
    {
        ArgumentNullException.ThrowIfNull(tekst);
        ArgumentNullException.ThrowIfNull(namen);
        foreach (var (plaats, naam) in namen.Index())
            tekst = tekst.Replace(naam, string.Create(CultureInfo.InvariantCulture, $"#{plaats}"), StringComparison.Ordinal);
        return tekst;
    }
}
