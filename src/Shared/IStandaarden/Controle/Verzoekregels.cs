namespace WmoPlatform.IStandaarden.Controle;

/// <summary>The rules of WMO315, WMO317 and WMO319.</summary>
internal static class Verzoekregels
{
    private const string Afgewezen = "1";
    private static readonly string[] Zorgverleners = ["02", "03", "04", "05"];

    public static void Controleer(Bevindingen b, Wmo315 bericht)
    {
        Persoonsregels.Bsn(b, bericht.Client.Bsn, "Client/Bsn");
        Persoonsregels.Geboortedatum(b, bericht.Client.Geboortedatum, bericht.Header, "Client/Geboortedatum");
        var (producten, lijst) = (bericht.Client.AangevraagdeProducten, "Client/AangevraagdeProducten/AangevraagdProduct");
        for (var i = 0; i < producten.Count; i++)
        {
            var (p, pad) = (producten[i], $"{lijst}[{i + 1}]");
            b.Eis(p.BeschikkingNummer is null == p.BeschikkingIngangsdatum is null, "CD043", $"{pad}/BeschikkingIngangsdatum",
                "Vul de eerste dag van de beschikking in als haar nummer er staat, en anders niet.");
            Productregels.Levering(b, p.ToewijzingIngangsdatum, p.ToewijzingEinddatum, p.Omvang, p.Budget, pad, "ToewijzingEinddatum",
                "CS343");
            Productregels.Product(b, p.Product, p.ToewijzingEinddatum, p.Omvang, p.Budget, pad, "CD095");
            Verwijzer(b, p.Verwijzer, $"{pad}/Verwijzer");
        }
        b.Uniek(producten, "TR383", lijst, p => p.ReferentieAanbieder);
        b.NietGestapeld(producten, "TR386", lijst, "Dit product is in dezelfde tijd al gevraagd.",
            p => (p.Product, p.ToewijzingIngangsdatum, p.ToewijzingEinddatum));
    }

    public static void Controleer(Bevindingen b, Wmo317 bericht)
    {
        Persoonsregels.Bsn(b, bericht.Client.Bsn, "Client/Bsn");
        var verzoek = bericht.Client.Verzoek;
        var (gewijzigd, nieuw) = (verzoek.TeWijzigenProducten ?? [], verzoek.NieuweProducten ?? []);
        b.Eis(verzoek.OngewijzigdeProducten is not null || gewijzigd.Count > 0, "TR352", "Client/Verzoek",
            "Noem ten minste één product dat doorgaat of verandert.");
        b.Eis(gewijzigd.Count > 0 || nieuw.Count > 0, "TR353", "Client/Verzoek",
            "Noem ten minste één product dat verandert of erbij komt.");
        var (wijzigen, toevoegen) = ("Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct", "Client/Verzoek/NieuweProducten/NieuwProduct");
        for (var i = 0; i < gewijzigd.Count; i++)
        {
            var p = gewijzigd[i];
            Productregels.Levering(
                b, p.GewensteIngangsdatum, p.Einddatum, p.Omvang, p.Budget, $"{wijzigen}[{i + 1}]", "Einddatum", "CS338");
        }
        for (var i = 0; i < nieuw.Count; i++)
        {
            var (p, pad) = (nieuw[i], $"{toevoegen}[{i + 1}]");
            b.Eis(p.GewensteIngangsdatum > bericht.Header.BerichtIdentificatie.Dagtekening, "TR380", $"{pad}/GewensteIngangsdatum",
                "Wat erbij komt, begint na de dagtekening van het bericht.");
            Productregels.Levering(b, p.GewensteIngangsdatum, p.Einddatum, p.Omvang, p.Budget, pad, "Einddatum", "CS338");
            Productregels.Product(b, p.Product, p.Einddatum, p.Omvang, p.Budget, pad, "CD096");
        }
        b.Uniek(gewijzigd, "TR101", wijzigen, p => p.ToewijzingNummer);
        b.Uniek(nieuw, "TR101", toevoegen, p => (p.Product, p.GewensteIngangsdatum));
        b.NietGestapeld(nieuw, "TR410", toevoegen, "Dit product is in dezelfde tijd al gevraagd.",
            p => (p.Product, p.GewensteIngangsdatum, p.Einddatum));
        b.Uniek(verzoek.OngewijzigdeProducten ?? [], "TR101", "Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct",
            p => p.ToewijzingNummer);
    }

    public static void Controleer(Bevindingen b, Wmo319 bericht)
    {
        var antwoord = bericht.Antwoord;
        b.Eis(antwoord.VerzoekAntwoord != Afgewezen || antwoord.RedenAfwijzingVerzoek is not null, "CD085",
            "Antwoord/RedenAfwijzingVerzoek", "Bij een afwijzing hoort een reden.");
        b.Eis(antwoord.VerzoekAntwoord == Afgewezen || antwoord.RedenAfwijzingVerzoek is null, "CD086", "Antwoord/RedenAfwijzingVerzoek",
            "Zolang er niet is afgewezen, is er geen reden van afwijzing.");
    }

    private static void Verwijzer(Bevindingen b, CdtVerwijzer v, string pad)
    {
        var zorgverlener = Zorgverleners.Contains(v.Type);
        b.Eis(!zorgverlener || v.ZorgverlenerCode is null || v.Naam is null, "CD066", $"{pad}/Naam",
            "Noem van een zorgverlener de naam of de code, niet allebei.");
        b.Eis(!zorgverlener || v.ZorgverlenerCode is not null || v.Naam is not null, "CD067", $"{pad}/Naam",
            "Noem van een zorgverlener de naam of de code.");
        b.Eis(zorgverlener || v.ZorgverlenerCode is null, "CD068", $"{pad}/ZorgverlenerCode",
            "Alleen een zorgverlener heeft een code.");
    }
}
