using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// WMO315, verzoek om toewijzing (VOT): a provider asks the gemeente to assign help. A WMO301 or a WMO319 answers it (OP274).
/// </summary>
/// <param name="Header">Afzender is the provider, Ontvanger the gemeente.</param>
/// <param name="Client">The client and the requested products.</param>
public sealed record Wmo315(Header Header, Wmo315Client Client) : Heenbericht(Header)
{
    internal override Berichtklasse Inhoud => Client;

    internal static Wmo315 Vorm(Wandeling x, Wmo315? w) => new(
        x.Deel("Header", Header.Vorm, w?.Header),
        x.Deel("Client", Wmo315Client.Vorm, w?.Client));
}

/// <summary>WMO316, the gemeente's receipt of a request; the answer itself is a WMO301 or a WMO319.</summary>
/// <param name="Header">Afzender and Ontvanger as in the answered message.</param>
/// <param name="Inhoud">The unchanged content with codes, if a part is rejected; otherwise null.</param>
public sealed record Wmo316(RetourHeader Header, Wmo315Client? Inhoud) : Retour<Wmo315Client>(Header, Inhoud);

/// <summary>The client of a request.</summary>
/// <param name="Bsn">Nine digits that pass the elfproef (CS002).</param>
/// <param name="Geboortedatum">Date of birth.</param>
/// <param name="Geslacht">0 unknown, 1 male, 2 female.</param>
/// <param name="Naam">The name.</param>
/// <param name="Commentaar">A note to the gemeente; never replaces an element.</param>
/// <param name="AangevraagdeProducten">At least one.</param>
public sealed record Wmo315Client(
    string Bsn, CdtGeboortedatum Geboortedatum, string Geslacht, CdtVerkorteNaam Naam, string? Commentaar,
        IReadOnlyList<AangevraagdProduct> AangevraagdeProducten) : Berichtklasse
{
    internal static Wmo315Client Vorm(Wandeling x, Wmo315Client? w) => new(
        x.Tekst("Bsn", Ldt.BurgerServicenummer, w?.Bsn),
        x.Cdt("Geboortedatum", CdtGeboortedatum.Vorm, w?.Geboortedatum),
        x.Tekst("Geslacht", Ldt.Geslacht, w?.Geslacht),
        x.Cdt("Naam", CdtVerkorteNaam.Vorm, w?.Naam),
        x.TekstOf("Commentaar", Ldt.Commentaar, w?.Commentaar),
        x.Delen("AangevraagdeProducten", "AangevraagdProduct", AangevraagdProduct.Vorm, w?.AangevraagdeProducten))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>A product that a provider asks the gemeente to assign.</summary>
/// <param name="ReferentieAanbieder">The provider's own number of the request, at most 36 characters, unique (TR347).</param>
/// <param name="ToewijzingIngangsdatum">The requested first day.</param>
/// <param name="Verwijzer">The referrer of the client.</param>
public sealed record AangevraagdProduct(string ReferentieAanbieder, DateOnly ToewijzingIngangsdatum, CdtVerwijzer Verwijzer) : Kernklasse
{
    /// <summary>The number of the beschikking; 0 to 999999999.</summary>
    public long? BeschikkingNummer { get; init; }

    /// <summary>The product; null for a generic request, which then has a Budget.</summary>
    public CdtProduct? Product { get; init; }

    /// <summary>First day of the beschikking.</summary>
    public DateOnly? BeschikkingIngangsdatum { get; init; }

    /// <summary>The requested last day.</summary>
    public DateOnly? ToewijzingEinddatum { get; init; }

    /// <summary>The amount of help; not together with a Budget.</summary>
    public CdtOmvang? Omvang { get; init; }

    /// <summary>Cents, 0 to 99999999 (IV024).</summary>
    public long? Budget { get; init; }

    /// <summary>Whether a framework contract covers it: 1 yes, 2 no.</summary>
    public string? Raamcontract { get; init; }

    /// <summary>A note to the gemeente; never replaces an element.</summary>
    public string? Commentaar { get; init; }

    // The schema has another order of elements than the constructor, hence the local values.
    internal static AangevraagdProduct Vorm(Wandeling x, AangevraagdProduct? w)
    {
        var referentie = x.Tekst("ReferentieAanbieder", Ldt.Referentie, w?.ReferentieAanbieder);
        var beschikking = x.GetalOf("BeschikkingNummer", Ldt.Nummer, w?.BeschikkingNummer);
        var product = x.CdtOf("Product", CdtProduct.Vorm, w?.Product);
        var beschiktVanaf = x.DatumOf("BeschikkingIngangsdatum", w?.BeschikkingIngangsdatum);
        var ingang = x.Datum("ToewijzingIngangsdatum", w?.ToewijzingIngangsdatum);
        var einde = x.DatumOf("ToewijzingEinddatum", w?.ToewijzingEinddatum);
        var omvang = x.CdtOf("Omvang", CdtOmvang.Vorm, w?.Omvang);
        var budget = x.GetalOf("Budget", Ldt.Bedrag, w?.Budget);
        return new(referentie, ingang, x.Cdt("Verwijzer", CdtVerwijzer.Vorm, w?.Verwijzer))
        {
            BeschikkingNummer = beschikking,
            Product = product,
            BeschikkingIngangsdatum = beschiktVanaf,
            ToewijzingEinddatum = einde,
            Omvang = omvang,
            Budget = budget,
            Raamcontract = x.TekstOf("Raamcontract", Ldt.JaNee, w?.Raamcontract),
            Commentaar = x.TekstOf("Commentaar", Ldt.Commentaar, w?.Commentaar),
            RetourCodes = x.RetourCodes(w?.RetourCodes),
        };
    }
}
