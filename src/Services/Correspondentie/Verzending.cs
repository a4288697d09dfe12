using System.Diagnostics;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie;

/// <summary>
/// One letter or e-mail, from the reason for it until it has really gone. Dossier and kind are its natural key: nobody gets it twice.
/// Where it goes to and what it says are sealed (see <see cref="Kluis"/>).
/// </summary>
public sealed class Verzending : Aggregaat
{
    /// <summary>How long to wait after each failure; the last one goes on. A server that is away only delays.</summary>
    private static readonly TimeSpan[] Wachttijden = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];

    private Verzending()
    {
    }

    public Verzendsoort Soort { get; private set; }
    public Verzendwijze Wijze { get; private set; }
    public Verzendstatus Status { get; private set; }
    public string Wijkteam { get; private set; } = "";
    public string Meldingnummer { get; private set; } = "";
    public DateOnly MeldingOntvangenOp { get; private set; }

    /// <summary>The e-mail address, sealed; null when there is none, when it was refused, and once it is no longer needed.</summary>
    public string? Emailadres { get; private set; }

    /// <summary>Name and address for a letter, sealed; null until they are known, and once they are no longer needed.</summary>
    public string? Geadresseerde { get; private set; }

    /// <summary>What was sent, sealed: it belongs to the dossier.</summary>
    public string? Inhoud { get; private set; }

    public int Pogingen { get; private set; }

    /// <summary>From when it may go; null when nothing can be done now.</summary>
    public DateTimeOffset? VerzendenVanaf { get; private set; }

    public DateTimeOffset? VerzondenOp { get; private set; }

    /// <summary>W3C trace context of its reason: sending belongs to it, whenever that is.</summary>
    public string? Traceparent { get; private set; }

    /// <summary>Names this verzending to the outside: the file's name and the Message-ID, the same at every try.</summary>
    public string Kenmerk => $"{Dossiernummer}-{Soort.ToString().ToLowerInvariant()}";

    /// <summary>The confirmation of receipt (Wmo 2015 art. 2.3.2 lid 1): by e-mail where an address was given, otherwise by letter.</summary>
    public static Verzending Ontvangstbevestiging(string dossiernummer, string meldingnummer, DateOnly ontvangenOp, string wijkteam, string? emailadres, DateTimeOffset nu) => new()
    {
        Dossiernummer = dossiernummer,
        Soort = Verzendsoort.Ontvangstbevestiging,
        Meldingnummer = meldingnummer,
        MeldingOntvangenOp = ontvangenOp,
        Wijkteam = wijkteam,
        Emailadres = emailadres,
        Wijze = emailadres is null ? Verzendwijze.Brief : Verzendwijze.Email,
        Status = emailadres is null ? Verzendstatus.WachtOpAdres : Verzendstatus.TeVerzenden,
        VerzendenVanaf = emailadres is null ? null : nu.ToUniversalTime(),
        Traceparent = Activity.Current?.Id,
    };

    /// <summary>Name and address are known. A letter can go now; for an e-mail they are kept for when it is refused.</summary>
    public void MaakAdresBekend(string geadresseerde, DateTimeOffset nu)
    {
        if (Status == Verzendstatus.Verzonden) return;
        Geadresseerde = geadresseerde;
        if (Status != Verzendstatus.WachtOpAdres) return;
        Status = Verzendstatus.TeVerzenden;
        VerzendenVanaf = nu.ToUniversalTime();
    }

    /// <summary>It really went: only now does it count as confirmed.</summary>
    public void IsVerzonden(string inhoud, DateTimeOffset nu)
    {
        if (Status == Verzendstatus.Verzonden) return;
        Status = Verzendstatus.Verzonden;
        VerzondenOp = nu.ToUniversalTime();
        Inhoud = inhoud;
        (VerzendenVanaf, Emailadres, Geadresseerde) = (null, null, null);
        Kondigaan(new OntvangstBevestigd(Wijze, nu.Dag()), nu);
    }

    /// <summary>It did not work this time.</summary>
    public void StelUit(DateTimeOffset nu) => VerzendenVanaf = nu.ToUniversalTime() + Wachttijden[Math.Min(Pogingen++, Wachttijden.Length - 1)];

    /// <summary>The e-mail address is refused for good: it becomes a letter, as soon as name and address are known.</summary>
    public void WordtBrief(DateTimeOffset nu)
    {
        (Wijze, Emailadres, Pogingen) = (Verzendwijze.Brief, null, 0);
        (Status, VerzendenVanaf) = Geadresseerde is null ? (Verzendstatus.WachtOpAdres, (DateTimeOffset?)null) : (Verzendstatus.TeVerzenden, nu.ToUniversalTime());
    }
}

public enum Verzendsoort
{
    Ontvangstbevestiging,
}

public enum Verzendstatus
{
    WachtOpAdres,
    TeVerzenden,
    Verzonden,
}
