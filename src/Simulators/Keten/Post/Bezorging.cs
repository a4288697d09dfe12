using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using WmoPlatform.Keten.Aanmelding;
using WmoPlatform.Keten.Ggk;

namespace WmoPlatform.Keten.Post;

/// <summary>The delivery of one outgoing message.</summary>
internal sealed record Zending(Uitgaand Uitgaand)
{
    public int Pogingen { get; set; }
    public int? LaatsteStatus { get; set; }
    public bool Bezorgd { get; set; }
    /// <summary>The platform refused the message for good.</summary>
    public bool Geweigerd { get; set; }
    public bool Geprobeerd { get; set; }
}

/// <summary>
/// Delivers messages to the platform. It tries again until the platform takes the message or refuses the message itself. After a refusal
/// the next message goes, and a person must look at the refused one. Messages on one track (one toewijzing, one budget) keep their order;
/// tracks do not wait for each other.
/// </summary>
internal sealed partial class Bezorging(
    IHttpClientFactory http, Uitgever uitgever, Logboek logboek, TimeProvider klok, IHostApplicationLifetime leven,
    ILogger<Bezorging> log) : IDisposable
{
    private static readonly TimeSpan LangsteWacht = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Zending> _zendingen = new();
    private readonly Dictionary<string, Task> _sporen = [];
    private readonly SemaphoreSlim _lijnen = new(8);

    /// <summary>Every message that was sent, or is still to be sent, since the process started.</summary>
    public IEnumerable<Zending> Zendingen => _zendingen.Values;

    /// <summary>Whether this partner's answer to this message has still to leave (TR507). Another sender may use the same number.</summary>
    public bool IsOnbeantwoord(string partner, string identificatie) =>
        _zendingen.Values.Any(z => z.Uitgaand.Partner == partner && z.Uitgaand.Antwoordt == identificatie && !z.Geprobeerd);

    public void Geef(Uitgaand uitgaand, bool alGeprobeerd = false)
    {
        var zending = _zendingen[uitgaand.Identificatie] = new Zending(uitgaand) { Geprobeerd = alGeprobeerd };
        lock (_sporen) _sporen[uitgaand.Spoor] = Breng(zending, _sporen.GetValueOrDefault(uitgaand.Spoor, Task.CompletedTask));
    }

    private async Task Breng(Zending zending, Task vorige)
    {
        var stop = leven.ApplicationStopping;
        try
        {
            await vorige;
            if (zending.Uitgaand.NietVoor - klok.GetUtcNow() is var rust && rust > TimeSpan.Zero) await Task.Delay(rust, stop);
            for (var keer = 0; keer < zending.Uitgaand.Keren && !zending.Geweigerd; keer++)
            {
                var wacht = TimeSpan.FromMilliseconds(200);
                while (!await Neemt(zending, stop) && !zending.Geweigerd)
                {
                    await Task.Delay(wacht, stop);
                    wacht = wacht * 2 < LangsteWacht ? wacht * 2 : LangsteWacht;
                }
            }
            zending.Bezorgd = !zending.Geweigerd;
            logboek.Schrijf(zending.Geweigerd
                ? new Regel { Geweigerd = zending.Uitgaand.Identificatie }
                : new Regel { Bezorgd = zending.Uitgaand.Identificatie });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Logboek holds the messages that are left; the next start sends them.
        }
    }

    private async Task<bool> Neemt(Zending zending, CancellationToken stop)
    {
        var uitgaand = zending.Uitgaand;
        await _lijnen.WaitAsync(stop);
        try
        {
            zending.Pogingen++;
            zending.Geprobeerd = true;
            using var vraag = new HttpRequestMessage(HttpMethod.Post, uitgaand.Pad)
            {
                Content = new StringContent(
                    uitgaand.Envelop ?? uitgaand.Xml, Encoding.UTF8, uitgaand.Envelop is null ? "application/xml" : Draad.Inhoudstype),
            };
            if (uitgaand.Envelop is not null)
                vraag.Headers.Add(Draad.Actiekop, $"\"{Envelop.Actie(isAntwoord: uitgaand.Antwoordt is not null)}\"");
            var knooppunt = uitgaand.Partner is "svb" or "cak" ? uitgaand.Partner : "ggk";
            vraag.Headers.Authorization = new AuthenticationHeaderValue("Bearer", uitgever.Ketentoken(knooppunt));
            using var client = http.CreateClient(nameof(Bezorging));
            using var antwoord = await client.SendAsync(vraag, stop);
            zending.LaatsteStatus = (int)antwoord.StatusCode;
            var genomen = uitgaand.Envelop is null
                ? Genomen(zending.LaatsteStatus.Value)
                : Draad.Antwoord(zending.LaatsteStatus.Value, await antwoord.Content.ReadAsByteArrayAsync(stop));
            if (genomen == true) return true;
            zending.Geweigerd = genomen == false;
            if (zending.Geweigerd || MagInLog(zending))
                Geweigerd(uitgaand.Partner, uitgaand.Soort, uitgaand.Identificatie, zending.LaatsteStatus.Value, zending.Pogingen);
            return false;
        }
        catch (Exception fout) when (!stop.IsCancellationRequested)
        {
            // Whatever the fault is, the platform did not say that it has the message.
            zending.LaatsteStatus = null;
            if (MagInLog(zending))
                Onbereikbaar(uitgaand.Partner, uitgaand.Soort, uitgaand.Identificatie, zending.Pogingen, fout.GetType().Name);
            return false;
        }
        finally
        {
            _lijnen.Release();
        }
    }

    /// <summary>
    /// False for a status about the message itself, not about access or the moment: a second attempt would be refused too.
    /// </summary>
    private static bool? Genomen(int status) => status switch
    {
        >= 200 and < 300 => true,
        401 or 403 or 404 or 408 or 409 or 429 => null,
        >= 400 and < 500 => false,
        _ => null,
    };

    // The first attempt, and then every twentieth: an outage must not fill a disk.
    private static bool MagInLog(Zending zending) => zending.Pogingen == 1 || zending.Pogingen % 20 == 0;

    [LoggerMessage(LogLevel.Warning, "Het platform weigert {Soort} {Identificatie} van {Partner} met status {Status}, poging {Poging}.")]
    private partial void Geweigerd(string partner, string soort, string identificatie, int status, int poging);

    [LoggerMessage(
        LogLevel.Warning, "Het platform is niet bereikbaar voor {Soort} {Identificatie} van {Partner}, poging {Poging}: {Fout}.")]
    private partial void Onbereikbaar(string partner, string soort, string identificatie, int poging, string fout);

    public void Dispose() => _lijnen.Dispose();
}
