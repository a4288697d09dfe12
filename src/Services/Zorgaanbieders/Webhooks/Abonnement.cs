using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Sending;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

public enum Abonnementstatus
{
    Actief,
    /// <summary>The provider paused it, so later webhooks wait.</summary>
    Gepauzeerd,
    /// <summary>The receiver answered 410. No webhooks are kept for it until the provider switches it on again.</summary>
    Gestopt,
}

/// <summary>The events of an assignment that a provider may receive. The word is part of the type of the CloudEvent.</summary>
public enum Webhookgebeurtenis
{
    /// <summary>The municipality waits for a request of the provider first.</summary>
    WachtOpVerzoek,
    Toegewezen,
    Verwijderd,
    Geaccepteerd,
    Afgekeurd,
    Gestart,
    TijdelijkGestopt,
    Gestopt,
    BegeleidingsplanOntvangen,
    /// <summary>The scanner found a virus in a plan of the provider.</summary>
    BegeleidingsplanBesmet,
    /// <summary>The last day of the help comes near, and nothing was decided for after it.</summary>
    EindeNadert,
    /// <summary>Any other change. The provider must fetch the assignment again.</summary>
    Gewijzigd,
    /// <summary>A test message, sent on request.</summary>
    Proef,
}

/// <summary>A provider's subscription to the events of its assignments, with its address.</summary>
public sealed class Abonnement : Aggregate
{
    /// <summary>How long the old secret still signs beside a new one.</summary>
    public static readonly TimeSpan Overgang = TimeSpan.FromHours(24);

    private const int Geheimlengte = 32;

    private Abonnement()
    {
    }

    public string Agb { get; private set; } = "";
    public string Url { get; private set; } = "";
    /// <summary>Words of <see cref="Webhookgebeurtenis"/>; empty means all.</summary>
    public IReadOnlyList<string> Gebeurtenissen { get; private set; } = [];
    public Abonnementstatus Status { get; private set; }
    public DateTimeOffset AangemaaktOp { get; private set; }
    public Sealed VerzegeldGeheim { get; private set; }
    public Sealed? VerzegeldVorigGeheim { get; private set; }
    public DateTimeOffset? VorigGeheimTot { get; private set; }

    /// <summary>Creates a subscription and its secret, which the provider sees only now.</summary>
    public static (Abonnement Abonnement, string Geheim) Neem(
        string agb, Uri url, IEnumerable<Webhookgebeurtenis> gebeurtenissen, Vault kluis, DateTimeOffset nu)
    {
        var abonnement = new Abonnement
        {
            Agb = agb,
            Url = url.AbsoluteUri,
            Gebeurtenissen = Woorden(gebeurtenissen),
            AangemaaktOp = nu.ToUniversalTime(),
        };
        return (abonnement, abonnement.MaakGeheim(kluis));
    }

    public void Wijzig(Uri url, IEnumerable<Webhookgebeurtenis> gebeurtenissen, Abonnementstatus status) =>
        (Url, Gebeurtenissen, Status) = (url.AbsoluteUri, Woorden(gebeurtenissen), status);

    /// <summary>
    /// Makes a new secret. The old one signs beside it for a day, so that the receiver can change over without missing a webhook.
    /// </summary>
    public string VernieuwGeheim(Vault kluis, DateTimeOffset nu)
    {
        VerzegeldVorigGeheim = kluis.Move(VerzegeldGeheim, Seat(nameof(VerzegeldGeheim)), Seat(nameof(VerzegeldVorigGeheim)));
        VorigGeheimTot = (nu + Overgang).ToUniversalTime();
        return MaakGeheim(kluis);
    }

    /// <summary>The secrets that sign now: the present one and, for a day, the previous one.</summary>
    public IReadOnlyList<byte[]> Geheimen(Vault kluis, DateTimeOffset nu)
    {
        var geheim = kluis.Unseal(VerzegeldGeheim, Seat(nameof(VerzegeldGeheim)));
        return VerzegeldVorigGeheim is { } vorig && nu < VorigGeheimTot
            ? [geheim, kluis.Unseal(vorig, Seat(nameof(VerzegeldVorigGeheim)))]
            : [geheim];
    }

    public bool Wil(Webhookgebeurtenis gebeurtenis) =>
        gebeurtenis == Webhookgebeurtenis.Proef || Gebeurtenissen.Count == 0 || Gebeurtenissen.Contains(Woord(gebeurtenis));

    public static string Woord(Webhookgebeurtenis gebeurtenis) => JsonNamingPolicy.KebabCaseLower.ConvertName(gebeurtenis.ToString());

    private static IReadOnlyList<string> Woorden(IEnumerable<Webhookgebeurtenis> gebeurtenissen) =>
        [.. gebeurtenissen.Distinct().Order().Select(Woord)];

    private string MaakGeheim(Vault kluis)
    {
        var geheim = RandomNumberGenerator.GetBytes(Geheimlengte);
        VerzegeldGeheim = kluis.Seal(geheim, Seat(nameof(VerzegeldGeheim)));
        return Handtekening.Voorvoegsel + Convert.ToBase64String(geheim);
    }
}

public enum Bezorgstatus
{
    /// <summary>It waits to be sent, or to be sent again.</summary>
    Wachtend,
    /// <summary>The receiver answered 2xx.</summary>
    Bezorgd,
    /// <summary>The last attempt failed; a user can have it sent again.</summary>
    Mislukt,
    /// <summary>The receiver answered 410 before this webhook was sent.</summary>
    Vervallen,
}

/// <summary>One event for one subscription. Holds no personal data.</summary>
public sealed class Bezorging : ISendable
{
    /// <summary>The order of sending, within one assignment.</summary>
    public long Nr { get; private set; }
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Not a foreign key, because cancelling a subscription must not hold up a simultaneous change of an assignment.</summary>
    public Guid AbonnementId { get; init; }
    /// <summary>The id of the CloudEvent; unique together with the subscription.</summary>
    public string GebeurtenisId { get; init; } = "";
    public Webhookgebeurtenis Gebeurtenis { get; init; }
    public long Toewijzingnummer { get; init; }
    /// <summary>The body, the same at every attempt, so that the receiver can check its signature byte for byte.</summary>
    public string Inhoud { get; init; } = "";
    public Bezorgstatus Status { get; init; }
    public DateTimeOffset? DueAt { get; init; } = DateTimeOffset.UnixEpoch;
    public DateTimeOffset? ClaimedUntil { get; init; }
    public int Attempts { get; init; }
    public int Unknowns { get; init; }
    /// <summary>The last HTTP status; null when there was no answer.</summary>
    public int? Antwoord { get; init; }
    /// <summary>The reason why there was no answer.</summary>
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
    /// <summary>There was no connection over https, or it broke off before the answer.</summary>
    NietBereikt,
    CertificaatKloptNiet,
    GeenAntwoordOpTijd,
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
            b.Property(x => x.Aangemaakt).HasDefaultValueSql("now()").ValueGeneratedOnAdd();
            b.HasIndex(x => x.Id).IsUnique();
            b.HasIndex(x => new { x.AbonnementId, x.GebeurtenisId }).IsUnique();
            b.AsSendable(x => new { x.AbonnementId, x.Nr });
            b.HasIndex(x => x.Status, "ix_bezorging_open").HasFilter("status IN ('Wachtend', 'Mislukt')");
            b.HasIndex(x => x.Aangemaakt);
        });
    }
}
