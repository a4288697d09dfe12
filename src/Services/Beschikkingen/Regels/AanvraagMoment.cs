using WmoPlatform.Beschikkingen.Vooraf;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// An aanvraag is possible once the onderzoek is done, also for somebody who does not agree with the verslag, never returned it, or was
/// referred to another law; and without a verslag once the six weeks have passed (Wmo 2015 art. 2.3.2 lid 9).
/// </summary>
internal static class AanvraagMoment
{
    public const string Grondslag = "Wmo 2015 art. 2.3.2 lid 9";

    /// <summary>How an aanvraag of that day begins; null when it comes too early, and is part of the melding.</summary>
    public static Aanvraagbegin? Van(DateOnly ontvangenOp, Meldingsbeeld melding, Onderzoeksbeeld? onderzoek)
    {
        var zonder = ZonderVerslag(melding).Uiterlijk;
        if (onderzoek?.KlaarVanaf is { } klaar && klaar <= ontvangenOp)
            return new(Aanvraagvorm.NaOnderzoek, klaar < zonder ? klaar : zonder);
        return ontvangenOp >= zonder ? new(Aanvraagvorm.ZonderVerslag, zonder) : null;
    }

    /// <summary>The first day of an aanvraag without a verslag, with its derivation.</summary>
    public static Termijnberekening ZonderVerslag(Meldingsbeeld melding) => Termijnen.AanvraagZonderVerslag(melding.OntvangenOp);
}

/// <summary>How an aanvraag begins that is no signed verslag.</summary>
/// <param name="Vorm">How it was done.</param>
/// <param name="Vanaf">The first day on which an aanvraag was possible.</param>
public sealed record Aanvraagbegin(Aanvraagvorm Vorm, DateOnly Vanaf);
