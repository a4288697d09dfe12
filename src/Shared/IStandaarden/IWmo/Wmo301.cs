using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>WMO301, toewijzing: all actual assignments of one client at one provider (OP087).</summary>
/// <param name="Header">Afzender is the gemeente, Ontvanger the provider.</param>
/// <param name="Client">The client and the assigned products.</param>
public sealed record Wmo301(Header Header, Wmo301Client Client) : Heenbericht(Header)
{
    internal override Berichtklasse Inhoud => Client;

    internal static Wmo301 Vorm(Wandeling x, Wmo301? w) => new(
        x.Deel("Header", Header.Vorm, w?.Header),
        x.Deel("Client", Wmo301Client.Vorm, w?.Client));
}

/// <summary>WMO302, the provider's answer to a toewijzing.</summary>
/// <param name="Header">Afzender and Ontvanger as in the toewijzing.</param>
/// <param name="Inhoud">The unchanged content with codes, if a part is rejected; otherwise null.</param>
public sealed record Wmo302(RetourHeader Header, Wmo301Client? Inhoud) : Retour<Wmo301Client>(Header, Inhoud);

/// <summary>The client of a toewijzing.</summary>
/// <param name="Bsn">Nine digits that pass the elfproef (CS002).</param>
/// <param name="Geboortedatum">Date of birth.</param>
/// <param name="Geslacht">0 unknown, 1 male, 2 female.</param>
/// <param name="Naam">The name.</param>
/// <param name="Contactgegevens">At least one address or other contact.</param>
/// <param name="ToegewezenProducten">At least one.</param>
public sealed record Wmo301Client(
    string Bsn, CdtGeboortedatum Geboortedatum, string Geslacht, CdtVolledigeNaam Naam,
    IReadOnlyList<Contact> Contactgegevens, IReadOnlyList<ToegewezenProduct> ToegewezenProducten) : Berichtklasse
{
    /// <summary>Help that the client needs to communicate.</summary>
    public CdtCommunicatie? Communicatie { get; init; }

    /// <summary>Two digits of LDT_JuridischeStatus.</summary>
    public string? JuridischeStatus { get; init; }

    /// <summary>06 voogdij, 07 bewindvoering, 08 mentorschap, 09 curatele, 10 zaakwaarneming.</summary>
    public string? WettelijkeVertegenwoordiging { get; init; }

    /// <summary>A note to the provider; never replaces an element.</summary>
    public string? Commentaar { get; init; }

    /// <summary>People around the client; null without any.</summary>
    public IReadOnlyList<Relatie>? Relaties { get; init; }

    // The schema has another order of elements than the constructor, hence the local values.
    internal static Wmo301Client Vorm(Wandeling x, Wmo301Client? w)
    {
        var bsn = x.Tekst("Bsn", Ldt.BurgerServicenummer, w?.Bsn);
        var geboortedatum = x.Cdt("Geboortedatum", CdtGeboortedatum.Vorm, w?.Geboortedatum);
        var geslacht = x.Tekst("Geslacht", Ldt.Geslacht, w?.Geslacht);
        var naam = x.Cdt("Naam", CdtVolledigeNaam.Vorm, w?.Naam);
        var communicatie = x.CdtOf("Communicatie", CdtCommunicatie.Gedaante, w?.Communicatie);
        var juridischeStatus = x.TekstOf("JuridischeStatus", Ldt.JuridischeStatus, w?.JuridischeStatus);
        var vertegenwoordiging =
            x.TekstOf("WettelijkeVertegenwoordiging", Ldt.WettelijkeVertegenwoordiging, w?.WettelijkeVertegenwoordiging);
        var commentaar = x.TekstOf("Commentaar", Ldt.Commentaar, w?.Commentaar);
        var relaties = x.DelenOf("Relaties", "Relatie", Relatie.Vorm, w?.Relaties);
        var contactgegevens = x.Delen("Contactgegevens", "Contact", Contact.Vorm, w?.Contactgegevens);
        var producten = x.Delen("ToegewezenProducten", "ToegewezenProduct", ToegewezenProduct.Vorm, w?.ToegewezenProducten);
        return new(bsn, geboortedatum, geslacht, naam, contactgegevens, producten)
        {
            Communicatie = communicatie,
            JuridischeStatus = juridischeStatus,
            WettelijkeVertegenwoordiging = vertegenwoordiging,
            Commentaar = commentaar,
            Relaties = relaties,
            RetourCodes = x.RetourCodes(w?.RetourCodes),
        };
    }
}

/// <summary>A relation of the client.</summary>
/// <param name="Nummer">At most 20 characters, never changed.</param>
/// <param name="Volgorde">The order in which to call relations, 0 to 99.</param>
/// <param name="Soort">Two digits of LDT_SoortRelatie.</param>
/// <param name="Geboortedatum">Date of birth.</param>
/// <param name="Geslacht">0 unknown, 1 male, 2 female.</param>
/// <param name="Naam">The name; an organisation has NaamGebruik 6 (IV045).</param>
/// <param name="Contact">Their address or other contact.</param>
public sealed record Relatie(
    string Nummer, int? Volgorde, string Soort, CdtGeboortedatum? Geboortedatum, string? Geslacht, CdtVolledigeNaam Naam, Contact Contact)
        : Berichtklasse
{
    internal static Relatie Vorm(Wandeling x, Relatie? w) => new(
        x.Tekst("Nummer", Ldt.Persoonsid, w?.Nummer),
        (int?)x.GetalOf("Volgorde", Ldt.RelatieVolgorde, w?.Volgorde),
        x.Tekst("Soort", Ldt.SoortRelatie, w?.Soort),
        x.CdtOf("Geboortedatum", CdtGeboortedatum.Vorm, w?.Geboortedatum),
        x.TekstOf("Geslacht", Ldt.Geslacht, w?.Geslacht),
        x.Cdt("Naam", CdtVolledigeNaam.Vorm, w?.Naam),
        x.Deel("Contact", Contact.Vorm, w?.Contact))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>An address or another way to reach a client or relation.</summary>
/// <param name="Soort">One of <see cref="Codelijsten.AdresSoort"/>.</param>
/// <param name="Adres">Postcode is required for a BRP address or a place of stay (CD034).</param>
/// <param name="Organisatie">Only for a person in an institution (IV002); at most 35 characters.</param>
/// <param name="Telefoon">Telephone numbers.</param>
/// <param name="Emailadres">At most 80 characters.</param>
/// <param name="Periode">The days for which it holds.</param>
public sealed record Contact(
    string Soort, CdtAdres? Adres = null, string? Organisatie = null, CdtTelefoonnummers? Telefoon = null,
    string? Emailadres = null, CdtOpenPeriode? Periode = null) : Berichtklasse
{
    internal static Contact Vorm(Wandeling x, Contact? w) => new(
        x.Tekst("Soort", Ldt.AdresSoort, w?.Soort),
        x.CdtOf("Adres", CdtAdres.Vorm, w?.Adres),
        x.TekstOf("Organisatie", Ldt.Organisatienaam, w?.Organisatie),
        x.CdtOf("Telefoon", CdtTelefoonnummers.Vorm, w?.Telefoon),
        x.TekstOf("Emailadres", Ldt.Emailadres, w?.Emailadres),
        x.CdtOf("Periode", CdtOpenPeriode.Vorm, w?.Periode))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>One product that the gemeente assigns to a provider. The latest Toewijzingsdatum and -tijd of a number wins.</summary>
/// <param name="ToewijzingNummer">0 to 999999999, unique per gemeente within the Wmo (TR332).</param>
/// <param name="Product">Null for a generic assignment, which then has a Budget (CD079).</param>
/// <param name="Toewijzingsdatum">Day of this state, Europe/Amsterdam.</param>
/// <param name="Toewijzingstijd">Time of this state, Europe/Amsterdam, whole seconds.</param>
/// <param name="Ingangsdatum">First day.</param>
/// <param name="Einddatum">Last day; required with a Budget (CD075) or Frequentie 2 (CD076).</param>
/// <param name="Omvang">Required when Product has a Code (CD041); empty with a Budget (CD077).</param>
public sealed record ToegewezenProduct(
    long ToewijzingNummer, CdtProduct? Product, DateOnly Toewijzingsdatum, TimeOnly Toewijzingstijd,
    DateOnly Ingangsdatum, DateOnly? Einddatum, CdtOmvang? Omvang) : Kernklasse
{
    /// <summary>The provider's own request that this answers (TR379), at most 36 characters; null without one.</summary>
    public string? ReferentieAanbieder { get; init; }

    /// <summary>One of <see cref="Codelijsten.RedenWijziging"/>; null at first issue.</summary>
    public string? RedenWijziging { get; init; }

    /// <summary>Cents, 0 to 99999999 (IV024).</summary>
    public long? Budget { get; init; }

    /// <summary>A note to the provider about this product.</summary>
    public string? Commentaar { get; init; }

    internal static ToegewezenProduct Vorm(Wandeling x, ToegewezenProduct? w)
    {
        var nummer = x.Getal("ToewijzingNummer", Ldt.Nummer, w?.ToewijzingNummer);
        var referentie = x.TekstOf("ReferentieAanbieder", Ldt.Referentie, w?.ReferentieAanbieder);
        var product = x.CdtOf("Product", CdtProduct.Vorm, w?.Product);
        var datum = x.Datum("Toewijzingsdatum", w?.Toewijzingsdatum);
        var tijd = x.Tijd("Toewijzingstijd", w?.Toewijzingstijd);
        var ingang = x.Datum("Ingangsdatum", w?.Ingangsdatum);
        var einde = x.DatumOf("Einddatum", w?.Einddatum);
        var reden = x.TekstOf("RedenWijziging", Ldt.RedenWijziging, w?.RedenWijziging);
        return new(nummer, product, datum, tijd, ingang, einde, x.CdtOf("Omvang", CdtOmvang.Vorm, w?.Omvang))
        {
            ReferentieAanbieder = referentie,
            RedenWijziging = reden,
            Budget = x.GetalOf("Budget", Ldt.Bedrag, w?.Budget),
            Commentaar = x.TekstOf("Commentaar", Ldt.Commentaar, w?.Commentaar),
            RetourCodes = x.RetourCodes(w?.RetourCodes),
        };
    }
}
