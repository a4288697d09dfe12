using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;

namespace WmoPlatform.Zorgaanbieders.Abonnementen;

public enum Abonnementstatus
{
    Actief,
    /// <summary>By the provider: what happens meanwhile waits.</summary>
    Gepauzeerd,
    /// <summary>The receiver said 410: nothing is kept for it any more, until the provider switches it on again.</summary>
    Gestopt,
}

/// <summary>What happens to an assignment, as a provider may hear it. The word stands in the type of the CloudEvent.</summary>
public enum Webhookgebeurtenis
{
    /// <summary>The municipality awaits a request for it first.</summary>
    WachtOpVerzoek,
    Toegewezen,
    Verwijderd,
    Geaccepteerd,
    Afgekeurd,
    Gestart,
    TijdelijkGestopt,
    Gestopt,
    BegeleidingsplanOntvangen,
    /// <summary>Whatever has no word of its own: look again.</summary>
    Gewijzigd,
    /// <summary>Sent on request, about nothing.</summary>
    Proef,
}

/// <summary>A provider wants to hear on an address of its own what happens to its assignments.</summary>
public sealed class Abonnement : Aggregate
{
    /// <summary>How long the secret before still signs along after a new one.</summary>
    public static readonly TimeSpan Overgang = TimeSpan.FromHours(24);

    private const int Geheimlengte = 32;

    private Abonnement()
    {
    }

    public string Agb { get; private set; } = "";
    public string Url { get; private set; } = "";
    /// <summary>Words of <see cref="Webhookgebeurtenis"/>; none is all.</summary>
    public IReadOnlyList<string> Gebeurtenissen { get; private set; } = [];
    public Abonnementstatus Status { get; private set; }
    public DateTimeOffset AangemaaktOp { get; private set; }
    public string VerzegeldGeheim { get; private set; } = "";
    public string? VerzegeldVorigGeheim { get; private set; }
    public DateTimeOffset? VorigGeheimTot { get; private set; }

    /// <summary>A new one, and its secret, which is told this once.</summary>
    public static (Abonnement Abonnement, string Geheim) Neem(string agb, Uri url, IEnumerable<Webhookgebeurtenis> gebeurtenissen, Vault kluis, DateTimeOffset nu)
    {
        var abonnement = new Abonnement { Agb = agb, Url = url.AbsoluteUri, Gebeurtenissen = Woorden(gebeurtenissen), AangemaaktOp = nu.ToUniversalTime() };
        return (abonnement, abonnement.MaakGeheim(kluis));
    }

    public void Wijzig(Uri url, IEnumerable<Webhookgebeurtenis> gebeurtenissen, Abonnementstatus status) =>
        (Url, Gebeurtenissen, Status) = (url.AbsoluteUri, Woorden(gebeurtenissen), status);

    /// <summary>A new secret; the one before signs along for a day, so that the receiver can change over without missing anything.</summary>
    public string VernieuwGeheim(Vault kluis, DateTimeOffset nu)
    {
        (VerzegeldVorigGeheim, VorigGeheimTot) = (VerzegeldGeheim, (nu + Overgang).ToUniversalTime());
        return MaakGeheim(kluis);
    }

    /// <summary>What signs now: the secret, and while it lasts the one before.</summary>
    public IReadOnlyList<byte[]> Geheimen(Vault kluis, DateTimeOffset nu) =>
        VerzegeldVorigGeheim is { } vorig && nu < VorigGeheimTot ? [kluis.Unseal(VerzegeldGeheim), kluis.Unseal(vorig)] : [kluis.Unseal(VerzegeldGeheim)];

    public bool Wil(Webhookgebeurtenis gebeurtenis) => gebeurtenis == Webhookgebeurtenis.Proef || Gebeurtenissen.Count == 0 || Gebeurtenissen.Contains(Woord(gebeurtenis));

    public static string Woord(Webhookgebeurtenis gebeurtenis) => JsonNamingPolicy.KebabCaseLower.ConvertName(gebeurtenis.ToString());

    private static IReadOnlyList<string> Woorden(IEnumerable<Webhookgebeurtenis> gebeurtenissen) => [.. gebeurtenissen.Distinct().Order().Select(Woord)];

    private string MaakGeheim(Vault kluis)
    {
        var geheim = RandomNumberGenerator.GetBytes(Geheimlengte);
        VerzegeldGeheim = kluis.Seal(geheim);
        return Handtekening.Voorvoegsel + Convert.ToBase64String(geheim);
    }
}

public enum Bezorgstatus
{
    /// <summary>Waits to be sent, or to be sent again.</summary>
    Wachtend,
    /// <summary>The receiver said 2xx.</summary>
    Bezorgd,
    /// <summary>Given up after the last attempt; can be sent again.</summary>
    Mislukt,
    /// <summary>The receiver said 410 before it was sent.</summary>
    Vervallen,
}

/// <summary>One event for one subscription. Holds no personal data.</summary>
public sealed class Bezorging
{
    /// <summary>Order of sending, within one assignment.</summary>
    public long Nr { get; private set; }
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>No foreign key: a subscription that is cancelled at the same moment must not hold up what happens to an assignment.</summary>
    public Guid AbonnementId { get; init; }
    /// <summary>The id of the CloudEvent; with the subscription unique.</summary>
    public string GebeurtenisId { get; init; } = "";
    public Webhookgebeurtenis Gebeurtenis { get; init; }
    public long Toewijzingnummer { get; init; }
    /// <summary>The body, the same at every attempt: the receiver can check its signature byte for byte.</summary>
    public string Inhoud { get; init; } = "";
    public Bezorgstatus Status { get; init; }
    public int Pogingen { get; init; }
    /// <summary>Not before this instant (UTC, the database's clock).</summary>
    public DateTimeOffset NietVoor { get; init; }
    /// <summary>Some instance is sending it until then (the database's clock); after that it died.</summary>
    public DateTimeOffset? BezigTot { get; init; }
    /// <summary>The last HTTP status; null when there was no answer.</summary>
    public int? Antwoord { get; init; }
    /// <summary>Why there was no answer.</summary>
    public Bezorgfout? Fout { get; init; }
    /// <summary>The database's clock.</summary>
    public DateTimeOffset Aangemaakt { get; init; }
    public DateTimeOffset? BezorgdOp { get; init; }
    /// <summary>W3C trace context of the change that caused it.</summary>
    public string? Traceparent { get; init; }
}

public enum Bezorgfout
{
    OnbekendAdres,
    AdresNietToegestaan,
    GeenVerbinding,
    CertificaatKloptNiet,
    GeenAntwoordOpTijd,
    VerbindingVerbroken,
    /// <summary>The secret cannot be opened with the key of this installation.</summary>
    GeheimOnleesbaar,
}

internal static class AbonnementenModel
{
    public static void MetAbonnementen(this ModelBuilder model)
    {
        model.Entity<Abonnement>(b =>
        {
            b.AsAggregate();
            b.HasIndex(a => a.Agb);
        });
        model.Entity<Bezorging>(b =>
        {
            b.HasKey(x => x.Nr);
            b.Property(x => x.Nr).UseIdentityAlwaysColumn();
            b.Property(x => x.NietVoor).HasDefaultValueSql("now()").ValueGeneratedOnAdd();
            b.Property(x => x.Aangemaakt).HasDefaultValueSql("now()").ValueGeneratedOnAdd();
            b.HasIndex(x => x.Id).IsUnique();
            b.HasIndex(x => new { x.AbonnementId, x.GebeurtenisId }).IsUnique();
            b.HasIndex(x => new { x.AbonnementId, x.Nr }).HasFilter("status = 'Wachtend'").HasDatabaseName("ix_bezorging_wachtend");
            b.HasIndex(x => x.Aangemaakt);
        });
    }
}
