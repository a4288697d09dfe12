using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace WmoPlatform.Testhuis;

/// <summary>Waiting for something that happens later: polling with a limit, never a fixed sleep.</summary>
public static class Tot
{
    /// <summary>
    /// How long a test waits when it does not say so: generous, because a shared machine can be slow, and waiting costs a test that passes
    /// nothing.
    /// </summary>
    public static readonly TimeSpan Gewoon = TimeSpan.FromMinutes(2);

    /// <summary>Returns as soon as the condition holds.</summary>
    /// <param name="voorwaarde">Asked again and again; an exception in it counts as "not yet".</param>
    /// <param name="limiet">Two minutes by default.</param>
    /// <param name="melding">What was waited for, for who reads the failure.</param>
    /// <param name="uitdrukking">Filled in by the compiler.</param>
    /// <exception cref="TimeoutException">It did not hold within the limit.</exception>
    public static Task Waar(Func<Task<bool>> voorwaarde, TimeSpan? limiet = null, string? melding = null,
        [CallerArgumentExpression(nameof(voorwaarde))] string uitdrukking = "") =>
        Gevonden(async () => await voorwaarde() ? "" : null, limiet, melding ?? uitdrukking);

    /// <inheritdoc cref="Waar(Func{Task{bool}}, TimeSpan?, string?, string)"/>
    public static Task Waar(Func<bool> voorwaarde, TimeSpan? limiet = null, string? melding = null,
        [CallerArgumentExpression(nameof(voorwaarde))] string uitdrukking = "") =>
        Gevonden(() => Task.FromResult(voorwaarde() ? "" : null), limiet, melding ?? uitdrukking);

    /// <summary>Returns what is found as soon as it is there.</summary>
    /// <param name="zoek">Gives null while it is not there; an exception in it counts as "not yet".</param>
    /// <param name="limiet">Two minutes by default.</param>
    /// <param name="melding">What was waited for, for who reads the failure.</param>
    /// <param name="uitdrukking">Filled in by the compiler.</param>
    /// <exception cref="TimeoutException">It did not come within the limit; the last exception is the inner one.</exception>
    public static async Task<T> Gevonden<T>(Func<Task<T?>> zoek, TimeSpan? limiet = null, string? melding = null,
        [CallerArgumentExpression(nameof(zoek))] string uitdrukking = "") where T : class
    {
        ArgumentNullException.ThrowIfNull(zoek);
        var grens = limiet ?? Gewoon;
        var begonnen = Stopwatch.GetTimestamp();
        var pauze = TimeSpan.FromMilliseconds(10);
        Exception? laatste;
        do
        {
            try
            {
                laatste = null;
                if (await zoek() is { } gevonden) return gevonden;
            }
#pragma warning disable CA1031 // Whatever goes wrong while something is on its way, may go right the next time.
            catch (Exception fout)
#pragma warning restore CA1031
            {
                laatste = fout;
            }
            await Task.Delay(pauze);
            if (pauze < TimeSpan.FromMilliseconds(200)) pauze *= 1.5;
        }
        while (Stopwatch.GetElapsedTime(begonnen) < grens);
        throw new TimeoutException($"Niet binnen {grens.TotalSeconds:0.#} s: {melding ?? uitdrukking}", laatste);
    }
}
