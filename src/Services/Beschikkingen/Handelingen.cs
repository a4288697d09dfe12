using WmoPlatform.Beschikkingen.TeLaat;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen;

/// <summary>One act on an aanvraag, so that a colleague who read it before can be told what changed since.</summary>
/// <param name="Versie">The version of the aanvraag that it led to.</param>
/// <param name="Wat">The act, by the name of its event.</param>
/// <param name="Rol">The role of who did it.</param>
/// <param name="Op">The moment.</param>
public sealed record Handeling(int Versie, string Wat, string Rol, DateTimeOffset Op);

public sealed partial class Aanvraag
{
    /// <summary>Every act since the aanvraag came in, oldest first.</summary>
    public IReadOnlyList<Handeling> Handelingen { get; private set; } = [];

    /// <summary>The acts after a version, as the refusal of a stale change tells them.</summary>
    public IReadOnlyList<Wijziging> Sinds(int versie) =>
        [.. Handelingen.Where(h => h.Versie > versie).Select(h => new Wijziging(InWoorden(h.Wat), h.Rol, h.Op))];

    /// <inheritdoc />
    protected override void Announce(Gebeurtenis announcement, DateTimeOffset at)
    {
        base.Announce(announcement, at);
        Handelingen = [.. Handelingen, new(Versie, Gebeurtenissen.Naam(announcement.GetType()), Uitvoerder.Nu?.Rol ?? Actor.Platform,
            at.ToUniversalTime())];
    }

    /// <summary>The name of an event is Dutch already: BesluitGenomen reads as "besluit genomen".</summary>
    private static string InWoorden(string gebeurtenis) => string.Concat(gebeurtenis.Select((teken, i) =>
        char.IsUpper(teken) ? $"{(i == 0 ? "" : " ")}{char.ToLowerInvariant(teken)}" : $"{teken}"));
}

/// <summary>The version of an aanvraag in the headers ETag and If-Match: that of its row, and that of its events.</summary>
internal static class Aanvraagversie
{
    public static void Zet(this Etag etag, Aanvraag aanvraag) => etag.Zet(aanvraag.RowVersion, aanvraag.Versie);

    /// <exception cref="Weigering">412, with what changed since the version that the user saw.</exception>
    public static void Eis(this IfMatch ifMatch, Aanvraag aanvraag) => ifMatch.Eis(aanvraag.RowVersion, aanvraag.Sinds);

    public static void Zet(this Etag etag, Beslisplicht zaak)
    {
        if (zaak is Aanvraag aanvraag) etag.Zet(aanvraag);
        else etag.Zet(zaak.RowVersion);
    }

    /// <inheritdoc cref="Eis(IfMatch, Aanvraag)" />
    public static void Eis(this IfMatch ifMatch, Beslisplicht zaak)
    {
        if (zaak is Aanvraag aanvraag) ifMatch.Eis(aanvraag);
        else ifMatch.Eis(zaak.RowVersion);
    }
}
