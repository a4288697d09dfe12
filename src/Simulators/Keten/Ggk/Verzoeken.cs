using System.Xml.Linq;
using WmoPlatform.Keten.Brp;
using WmoPlatform.Keten.Post;
using static WmoPlatform.Keten.Berichten.X;

namespace WmoPlatform.Keten.Ggk;

/// <param name="Categorie">01 to 18.</param>
/// <param name="Code">Code of the product; left out, the whole category.</param>
internal sealed record Productkeuze(string Categorie, string? Code = null)
{
    public XElement AlsElement() => new("Product", Element("Categorie", Categorie), Element("Code", Code));
}

internal sealed record Omvang(long Volume, string Eenheid, string Frequentie)
{
    public XElement AlsElement() =>
        new("Omvang", Element("Volume", Volume), Element("Eenheid", Eenheid), Element("Frequentie", Frequentie));
}

/// <summary>
/// Requests a toewijzing. The provider met the client and knows the BSN. The BSN stands in the body of the request, which no log shows.
/// </summary>
/// <param name="Bsn">BSN of the client; left out when Toewijzingnummer names an earlier toewijzing.</param>
/// <param name="Toewijzingnummer">A toewijzing of the same client.</param>
/// <param name="Ingangsdatum">The first day of help.</param>
/// <param name="Einddatum">The last day of help.</param>
/// <param name="Product">The help; left out for a budget over all products.</param>
/// <param name="Omvang">The amount of help.</param>
/// <param name="Budget">Cents, instead of an omvang.</param>
/// <param name="Referentie">The reference of the provider; made up when left out.</param>
/// <param name="Beschikkingnummer">The beschikking of the client, when there is one (IV052).</param>
/// <param name="BeschikkingIngangsdatum">The first day of that beschikking.</param>
/// <param name="Verwijzer">Who referred the client; 01 is the gemeente.</param>
/// <param name="Commentaar">Free text.</param>
/// <param name="Gemeente">CBS code of the gemeente, when no toewijzing names it.</param>
internal sealed record Verzoekopdracht(
    DateOnly Ingangsdatum, string? Bsn = null, long? Toewijzingnummer = null, DateOnly? Einddatum = null,
    Productkeuze? Product = null, Omvang? Omvang = null, long? Budget = null, string? Referentie = null,
    long? Beschikkingnummer = null, DateOnly? BeschikkingIngangsdatum = null, string Verwijzer = "01",
    string? Commentaar = null, string Gemeente = "0034")
{
    public override string ToString() => "[verzoek]";
}

/// <summary>Requests a change. Every actual toewijzing of the client goes along in the message, changed or not (TR349).</summary>
/// <param name="Toewijzingnummer">A toewijzing of the client.</param>
/// <param name="Reden">1: the situation of the client changed; 2: the plan changed.</param>
/// <param name="TeWijzigen">The toewijzingen to change.</param>
/// <param name="Nieuw">The help to add.</param>
/// <param name="Referentie">The reference of the provider; made up when left out.</param>
internal sealed record Wijzigingsopdracht(
    long Toewijzingnummer, string Reden = "1", IReadOnlyList<TeWijzigen>? TeWijzigen = null, IReadOnlyList<Nieuw>? Nieuw = null,
    string? Referentie = null);

internal sealed record TeWijzigen(
    long Toewijzingnummer, DateOnly Ingangsdatum, DateOnly? Einddatum = null, Omvang? Omvang = null, long? Budget = null);

internal sealed record Nieuw(
    DateOnly Ingangsdatum, DateOnly? Einddatum = null, Productkeuze? Product = null, Omvang? Omvang = null, long? Budget = null);

/// <summary>Requests: WMO315 and WMO317.</summary>
internal sealed partial class Aanbieder
{
    /// <summary>With <c>Ggk:AutoVerzoek</c> the provider sends its request at the signal of the gemeente, without a command.</summary>
    public bool VraagtZelf => configuratie.GetValue("Ggk:AutoVerzoek", false);

    public Uitkomst Vraag(Verzoekopdracht opdracht, DateOnly vandaag)
    {
        var toewijzing = opdracht.Toewijzingnummer is { } nummer ? _toewijzingen.GetValueOrDefault(nummer) : null;
        if (opdracht.Toewijzingnummer is { } onbekend && toewijzing is null) return KentNiet(onbekend);
        var wie = toewijzing is not null ? Wie(toewijzing.Client)
            : opdracht.Bsn is { } bsn && personen.Zoek(bsn) is { } persoon ? Wie(persoon)
            : null;
        if (wie is null)
            return Uitkomst.Ongeldig("Noem een toewijzing van deze cliënt, of het burgerservicenummer van een testpersoon.");
        if (opdracht.Beschikkingnummer is null != opdracht.BeschikkingIngangsdatum is null)
            return Uitkomst.Ongeldig("Noem van een beschikking het nummer en de eerste dag, of geen van beide (CD043).");
        var referentie = opdracht.Referentie ?? Postkamer.NieuweIdentificatie();
        if (MagNietVragen(((XElement)wie[0]!).Value, referentie) is { } bezwaar) return bezwaar;
        return Eigen("WMO315", toewijzing?.Gemeente ?? opdracht.Gemeente, vandaag, new XElement("Client",
            wie,
            new XElement("AangevraagdeProducten", new XElement("AangevraagdProduct",
                Element("ReferentieAanbieder", referentie),
                Element("BeschikkingNummer", opdracht.Beschikkingnummer),
                opdracht.Product?.AlsElement(),
                Element("BeschikkingIngangsdatum", opdracht.BeschikkingIngangsdatum),
                Element("ToewijzingIngangsdatum", opdracht.Ingangsdatum),
                Element("ToewijzingEinddatum", opdracht.Einddatum),
                opdracht.Omvang?.AlsElement(),
                Element("Budget", opdracht.Budget),
                new XElement("Verwijzer", Element("Type", opdracht.Verwijzer)),
                Element("Commentaar", opdracht.Commentaar)))));
    }

    public Uitkomst VraagWijziging(Wijzigingsopdracht opdracht, DateOnly vandaag)
    {
        if (Geef(opdracht.Toewijzingnummer, out var waarom) is not { } genoemd) return waarom;
        var referentie = opdracht.Referentie ?? Postkamer.NieuweIdentificatie();
        if (MagNietVragen(genoemd.Bsn, referentie) is { } bezwaar) return bezwaar;
        var (wijzigen, nieuw) = (opdracht.TeWijzigen ?? [], opdracht.Nieuw ?? []);
        var actueel = _toewijzingen.Values
            .Where(t => t.Bsn == genoemd.Bsn && t.Gemeente == genoemd.Gemeente && t.IsActueel(vandaag))
            .Select(t => t.Nummer)
            .ToList();
        if (actueel.Count == 0) return Uitkomst.KanNiet("Deze cliënt heeft geen actuele toewijzing (TR352).");
        if (wijzigen.FirstOrDefault(w => !actueel.Contains(w.Toewijzingnummer)) is { } mis)
            return Uitkomst.KanNiet($"Toewijzing {mis.Toewijzingnummer} is geen actuele toewijzing van deze cliënt (TR351).");
        if (nieuw.Any(n => n.Ingangsdatum <= vandaag)) return Uitkomst.KanNiet("Wat erbij komt, begint na vandaag (TR380).");
        if (wijzigen.Count + nieuw.Count == 0) return Uitkomst.KanNiet("Noem wat er moet veranderen of erbij moet komen (TR353).");
        return Eigen("WMO317", genoemd.Gemeente, vandaag, new XElement("Client", genoemd.Client.Element("Bsn"), new XElement("Verzoek",
            Element("ReferentieAanbieder", referentie),
            Element("RedenVerzoek", opdracht.Reden),
            Lijst("OngewijzigdeProducten", actueel.Except(wijzigen.Select(w => w.Toewijzingnummer)).Select(nummer =>
                new XElement("OngewijzigdProduct", Element("ToewijzingNummer", nummer)))),
            Lijst("TeWijzigenProducten", wijzigen.Select(w => new XElement("TeWijzigenProduct",
                Element("ToewijzingNummer", w.Toewijzingnummer),
                Element("GewensteIngangsdatum", w.Ingangsdatum),
                Element("Einddatum", w.Einddatum),
                w.Omvang?.AlsElement(),
                Element("Budget", w.Budget)))),
            Lijst("NieuweProducten", nieuw.Select(n => new XElement("NieuwProduct",
                n.Product?.AlsElement(),
                Element("GewensteIngangsdatum", n.Ingangsdatum),
                Element("Einddatum", n.Einddatum),
                n.Omvang?.AlsElement(),
                Element("Budget", n.Budget)))))));

        static XElement? Lijst(string naam, IEnumerable<XElement> klassen) => klassen.Any() ? new(naam, klassen) : null;
    }

    private Uitkomst? MagNietVragen(string bsn, string referentie) =>
        _verzoeken.ContainsKey(referentie) ? Uitkomst.KanNiet("Deze referentie is al gebruikt (TR347).")
        : _verzoeken.Values.Any(verzoek => verzoek.Bsn == bsn && verzoek.IsOnderhanden)
            ? Uitkomst.KanNiet("Er loopt nog een verzoek voor deze cliënt (TR374).")
        : null;

    private static object?[] Wie(Testpersoon persoon)
    {
        var isOnzeker = persoon.DatumBekend == "jaar"; // IV009
        return
        [
            Element("Bsn", persoon.Bsn),
            new XElement("Geboortedatum",
                Element("Datum", isOnzeker ? new DateOnly(persoon.Geboren.Year, 1, 1) : persoon.Geboren),
                Element("DatumGebruik", isOnzeker ? "2" : null)),
            Element("Geslacht", persoon.Geslacht == "M" ? "1" : "2"),
            new XElement("Naam",
                new XElement("Geslachtsnaam", Element("Achternaam", persoon.Geslachtsnaam), Element("Voorvoegsel", persoon.Voorvoegsel)),
                Element("Voornamen", persoon.Voornamen),
                Element("Voorletters", persoon.Voorletters.Replace(".", "", StringComparison.Ordinal))),
        ];
    }
}
