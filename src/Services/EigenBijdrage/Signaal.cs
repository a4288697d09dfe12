using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;

namespace WmoPlatform.EigenBijdrage;

/// <summary>One start at the CAK, with its stop and their corrections.</summary>
public sealed class Signaal
{
    private Signaal()
    {
    }

    public Signaal(long startnummer, DateOnly startdatum, string? startbericht, string dossiernummer) =>
        (Startnummer, Startdatum, Startbericht, Dossiernummer, Status) =
        (startnummer, startdatum, startbericht, dossiernummer,
            startbericht is null ? Signaalstatus.StartMetDeHand : Signaalstatus.StartGemeld);

    /// <summary>EbStartNummer, unique within the municipality.</summary>
    public long Startnummer { get; private set; }
    public string Dossiernummer { get; private set; } = "";
    public DateOnly Startdatum { get; private set; }
    public DateOnly? Stopdatum { get; private set; }
    /// <summary>Identification of the WMO401; null when the start is reported by hand.</summary>
    public string? Startbericht { get; private set; }
    /// <summary>Identification of the WMO403; null without a stop, or when the stop is reported by hand.</summary>
    public string? Stopbericht { get; private set; }
    /// <summary>
    /// WMO403s that were later replaced by one with another identification. The CAK may have processed one of them after all.
    /// </summary>
    public IReadOnlyList<string> EerdereStopberichten { get; private set; } = [];
    public Signaalstatus Status { get; private set; }
    public IReadOnlyList<string> Retourcodes { get; private set; } = [];

    /// <summary>Later changes and removals, in order (StatusAanlevering 2 and 3).</summary>
    public IReadOnlyList<Correctie> Correcties { get; private set; } = [];

    /// <summary>Identifications of the WMO401s and WMO403s that carry corrections.</summary>
    public IReadOnlyList<string> Correctieberichten { get; private set; } = [];

    /// <summary>The correction that waits for the CAK or for the backoffice. No other signal is sent until it is done.</summary>
    public Correctie? OpenCorrectie =>
        Correcties.LastOrDefault(c => c.Status is Correctiestatus.Gemeld or Correctiestatus.MetDeHand or Correctiestatus.Afgekeurd);

    public bool IsMetDeHand => Startbericht is null;

    /// <summary>Whether it is valid: neither given up, nor removed at the CAK.</summary>
    public bool Geldt => Status is not (Signaalstatus.Vervallen or Signaalstatus.Verwijderd);

    /// <summary>Identifications of all its messages.</summary>
    public IReadOnlyList<string> Berichten =>
        [.. new[] { Startbericht, Stopbericht }.OfType<string>(), .. EerdereStopberichten, .. Correctieberichten];

    public bool HeeftBericht(string bericht) => Berichten.Contains(bericht);

    /// <summary>Whether the CAK has removed its stop.</summary>
    public bool StopIsVerwijderd =>
        Correcties.Any(c => (c.Soort, c.Aanlevering, c.Status) == (EbBericht.Stop, EbAanlevering.Verwijdering, Correctiestatus.Verwerkt));

    /// <summary>
    /// Whether a message already changed the same start or stop on that day. The CAK accepts one change a day (iEb OP325).
    /// </summary>
    public bool IsGewijzigdOp(DateOnly dag, EbBericht soort) => Correcties.Any(c =>
        (c.Soort, c.Aanlevering, c.Dagtekening) == (soort, EbAanlevering.Wijziging, dag) && c.Bericht is not null);

    public void Corrigeer(Correctie correctie)
    {
        Correcties = [.. Correcties, correctie];
        if (correctie.Bericht is { } bericht) Correctieberichten = [.. Correctieberichten, bericht];
    }

    /// <summary>The cause of the rejection was found, so the correction may be sent again.</summary>
    public void GeefCorrectieVrij() => Zet(OpenCorrectie!, OpenCorrectie! with { Status = Correctiestatus.Vrijgegeven });

    /// <summary>The CAK has processed the correction.</summary>
    public void IsGecorrigeerd(Correctie correctie)
    {
        // Another correction with the same content has nothing left to do: this message was processed after all.
        Correcties =
        [
            .. Correcties.Select(c => c == correctie ? c with { Status = Correctiestatus.Verwerkt, Retourcodes = [] }
                : c.Doet(correctie) && c.Status is (Correctiestatus.Gemeld or Correctiestatus.Afgekeurd or Correctiestatus.MetDeHand)
                    ? c with { Status = Correctiestatus.Vrijgegeven }
                : c),
        ];
        switch (correctie.Soort, correctie.Aanlevering)
        {
            case (EbBericht.Start, EbAanlevering.Wijziging): Startdatum = correctie.Datum; break;
            case (EbBericht.Stop, EbAanlevering.Wijziging): Stopdatum = correctie.Datum; break;
            case (EbBericht.Stop, _): (Stopdatum, Status) = (null, Signaalstatus.StartBevestigd); break;
            default: Status = Signaalstatus.Verwijderd; break;
        }
    }

    /// <returns>The answered correction; null when the answer changes nothing.</returns>
    public Correctie? BeantwoordCorrectie(string bericht, IReadOnlyList<string> afkeurcodes)
    {
        var (correctie, akkoord) = (Correcties.Single(c => c.Bericht == bericht), afkeurcodes.Count == 0);
        // A late answer to a correction that was given up. If the correction was sent again since, only an acceptance still counts.
        var alsnog = Retourcode.ZijnTechnisch(correctie.Retourcodes) && !Retourcode.ZijnTechnisch(afkeurcodes)
            && (correctie.Status == Correctiestatus.Afgekeurd || (correctie.Status == Correctiestatus.Vrijgegeven && akkoord));
        if (correctie.Status != Correctiestatus.Gemeld && !alsnog) return null;
        if (akkoord) IsGecorrigeerd(correctie);
        else Zet(correctie, correctie with { Status = Correctiestatus.Afgekeurd, Retourcodes = afkeurcodes });
        return correctie;
    }

    private void Zet(Correctie oud, Correctie nieuw) => Correcties = [.. Correcties.Select(c => c == oud ? nieuw : c)];

    /// <param name="stopdatum">The last day.</param>
    /// <param name="bericht">Identification of the WMO403; null when the backoffice reports the stop by hand.</param>
    public void Stop(DateOnly stopdatum, string? bericht) =>
        (Stopdatum, Stopbericht, Status) = (stopdatum, bericht, bericht is null ? Signaalstatus.StopMetDeHand : Signaalstatus.StopGemeld);

    /// <summary>Records that the backoffice has reported the start or the stop to the CAK by hand.</summary>
    public void IsDoorgegeven() => Status = Status == Signaalstatus.StartMetDeHand ? Signaalstatus.StartBevestigd : Signaalstatus.Gestopt;

    /// <summary>A message of it was taken back before it left. The backoffice reports by hand what it said.</summary>
    /// <returns>The report to make; null when the CAK has it by another message, or need not hear it any more.</returns>
    public (EbBericht Soort, EbAanlevering Aanlevering, DateOnly Datum)? GaatMetDeHand(string bericht)
    {
        if (bericht == Startbericht && Status == Signaalstatus.StartGemeld)
        {
            (Startbericht, Status) = (null, Signaalstatus.StartMetDeHand);
            return (EbBericht.Start, EbAanlevering.Eerste, Startdatum);
        }
        if (bericht == Stopbericht && Status == Signaalstatus.StopGemeld)
        {
            (Stopbericht, Status) = (null, Signaalstatus.StopMetDeHand);
            return (EbBericht.Stop, EbAanlevering.Eerste, Stopdatum!.Value);
        }
        if (Correcties.FirstOrDefault(c => c.Bericht == bericht && c.Status == Correctiestatus.Gemeld) is not { } correctie) return null;
        Zet(correctie, correctie with { Bericht = null, Status = Correctiestatus.MetDeHand });
        return (correctie.Soort, correctie.Aanlevering, correctie.Datum);
    }

    public void LaatVervallen() => Status = Signaalstatus.Vervallen;

    public void HerstelNaStopAfkeuring()
    {
        EerdereStopberichten = [.. EerdereStopberichten, Stopbericht!];
        (Stopdatum, Stopbericht, Status) = (null, null, Signaalstatus.StartBevestigd);
    }

    /// <returns>The kind of signal that was answered; null when the answer changes nothing.</returns>
    public EbBericht? Beantwoord(string bericht, IReadOnlyList<string> afkeurcodes)
    {
        var akkoord = afkeurcodes.Count == 0;
        // A late answer to a signal that was given up. If the signal was sent again since, only an acceptance still counts.
        var alsnog = Retourcode.ZijnTechnisch(Retourcodes) && !Retourcode.ZijnTechnisch(afkeurcodes);
        EbBericht? soort = null;
        if (bericht == Startbericht && (Status == Signaalstatus.StartGemeld
            || (alsnog && (Status == Signaalstatus.StartAfgekeurd || (Status == Signaalstatus.Vervallen && akkoord)))))
            (soort, Status) = (EbBericht.Start, akkoord ? Signaalstatus.StartBevestigd : Signaalstatus.StartAfgekeurd);
        else if (bericht == Stopbericht && (Status == Signaalstatus.StopGemeld || (alsnog && Status == Signaalstatus.StopAfgekeurd)))
            (soort, Status) = (EbBericht.Stop, akkoord ? Signaalstatus.Gestopt : Signaalstatus.StopAfgekeurd);
        else if (EerdereStopberichten.Contains(bericht) && akkoord
            && Status is Signaalstatus.StopGemeld or Signaalstatus.StopAfgekeurd or Signaalstatus.StopMetDeHand)
            (soort, Status) = (EbBericht.Stop, Signaalstatus.Gestopt);
        if (soort is not null) Retourcodes = afkeurcodes;
        return soort;
    }
}

public enum Signaalstatus
{
    StartGemeld,
    StartBevestigd,
    StartAfgekeurd,
    StopGemeld,
    StopAfgekeurd,
    Gestopt,
    /// <summary>The backoffice must report the start to the CAK by hand.</summary>
    StartMetDeHand,
    /// <summary>The backoffice must report the stop to the CAK by hand.</summary>
    StopMetDeHand,
    /// <summary>A rejected start that was given up. It is sent again under another number.</summary>
    Vervallen,
    /// <summary>Removed at the CAK, as if never sent.</summary>
    Verwijderd,
}

/// <summary>A change or removal of an earlier signal.</summary>
/// <param name="Soort">Van het begin of van het einde.</param>
/// <param name="Aanlevering">Gewijzigd of verwijderd.</param>
/// <param name="Datum">De dag zoals die nu is; bij een verwijdering zoals het CAK die heeft.</param>
/// <param name="Bericht">De identificatie van het bericht; leeg als het met de hand gaat.</param>
/// <param name="Dagtekening">De dag waarop het is gemeld.</param>
public sealed record Correctie(EbBericht Soort, EbAanlevering Aanlevering, DateOnly Datum, string? Bericht, DateOnly Dagtekening)
{
    /// <value>Hoe het ermee staat.</value>
    public Correctiestatus Status { get; init; }

    /// <value>Waarom het CAK de correctie afkeurde.</value>
    public IReadOnlyList<string> Retourcodes { get; init; } = [];

    internal bool Doet(Correctie ander) => (Soort, Aanlevering, Datum) == (ander.Soort, ander.Aanlevering, ander.Datum);
}

public enum Correctiestatus
{
    Gemeld,
    MetDeHand,
    Verwerkt,
    Afgekeurd,
    /// <summary>Rejected, and sent again since.</summary>
    Vrijgegeven,
}

/// <summary>A signal that is due: a start or a stop, for the first time, changed or removed.</summary>
/// <param name="Bericht">Start or stop.</param>
/// <param name="Aanlevering">First, changed or removed.</param>
/// <param name="Datum">The day as it must be; for a removal, the day that the CAK has (iEb TR329).</param>
public sealed record Signaalvraag(EbBericht Bericht, EbAanlevering Aanlevering, DateOnly Datum)
{
    /// <summary>The signal that it continues or corrects; null for a first start.</summary>
    public Signaal? Bij { get; init; }

    /// <summary>The help that a first start begins with. It decides the term and the dossier.</summary>
    public Tijdvak? Eerste { get; init; }

    public bool IsCorrectie => Aanlevering != EbAanlevering.Eerste;
}

/// <summary>How a signal reaches the CAK.</summary>
public abstract record Signaalweg
{
    private Signaalweg()
    {
    }

    /// <summary>In a message with this identification.</summary>
    public sealed record PerBericht(string Identificatie) : Signaalweg;

    /// <summary>By hand, for a reason: see <see cref="EigenBijdrageMetDeHand.Reden"/>.</summary>
    public sealed record MetDeHand(RedenMetDeHand Reden) : Signaalweg;

    /// <summary>The identification of the message; null by hand.</summary>
    public string? Bericht => (this as PerBericht)?.Identificatie;

    internal Correctiestatus Correctiestatus => this is MetDeHand ? Correctiestatus.MetDeHand : Correctiestatus.Gemeld;
}

internal static class Signalen
{
    /// <summary>The last signal that is valid; null when none is.</summary>
    public static Signaal? Actueel(this IEnumerable<Signaal> signalen) => signalen.Where(s => s.Geldt).MaxBy(s => s.Startnummer);
}
