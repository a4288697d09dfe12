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
            b.Periode(p.ToewijzingIngangsdatum, p.ToewijzingEinddatum, "TR018", $"{pad}/ToewijzingEinddatum");
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
        for (var i = 0; i < gewijzigd.Count; i++)
            b.Periode(gewijzigd[i].GewensteIngangsdatum, gewijzigd[i].Einddatum, "TR018",
                $"Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[{i + 1}]/Einddatum");
        for (var i = 0; i < nieuw.Count; i++)
            b.Periode(nieuw[i].GewensteIngangsdatum, nieuw[i].Einddatum, "TR018",
                $"Client/Verzoek/NieuweProducten/NieuwProduct[{i + 1}]/Einddatum");
        b.NietGestapeld(nieuw, "TR410", "Client/Verzoek/NieuweProducten/NieuwProduct", "Dit product is in dezelfde tijd al gevraagd.",
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

    /// <summary>CD064 and CD065: a professional has either a name or a code. Any other referrer has neither.</summary>
    private static void Verwijzer(Bevindingen b, CdtVerwijzer v, string pad)
    {
        var zorgverlener = Zorgverleners.Contains(v.Type);
        b.Eis(v.Naam is not null == (zorgverlener && v.ZorgverlenerCode is null), "CD064", $"{pad}/Naam",
            "Noem van een zorgverlener de naam of de code, en anders geen van beide.");
        b.Eis(v.ZorgverlenerCode is not null == (zorgverlener && v.Naam is null), "CD065", $"{pad}/ZorgverlenerCode",
            "Noem van een zorgverlener de naam of de code, en anders geen van beide.");
    }
}
