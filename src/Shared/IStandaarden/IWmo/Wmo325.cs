using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// WMO325, declaratie-antwoord: what the gemeente pays of a declaration, and what it rejects and why. Unlike the other answers it has the
/// gemeente as sender and an identification of its own.
/// </summary>
/// <param name="Header">Afzender is the gemeente, Ontvanger the provider; with the identification of the declaration answered.</param>
/// <param name="DeclaratieAntwoord">The answer; null when the declaration was technically wrong.</param>
public sealed record Wmo325(DeclaratieAntwoordHeader Header, DeclaratieAntwoord? DeclaratieAntwoord) : Ketenbericht
{
    /// <inheritdoc />
    public override Berichtsoort Soort => Berichtsoort.Wmo325;

    /// <inheritdoc />
    public override string Identificatie => Header.Eigen.BerichtIdentificatie.Identificatie;

    /// <summary>Everything is paid: the totals, 8001, and no client. Which code stands at which class is assumed: no example is public.</summary>
    /// <param name="heen">The declaration.</param>
    /// <param name="identificatie">The answer's own number, at most 12 characters.</param>
    /// <param name="dagtekening">The day of the answer.</param>
    public static Wmo325 Akkoord(Wmo323 heen, string identificatie, DateOnly dagtekening)
    {
        ArgumentNullException.ThrowIfNull(heen);
        var declaratie = heen.Declaratie;
        return new(
            DeclaratieAntwoordHeader.Bij(heen, identificatie, dagtekening, Retourcode.GeenOpmerking),
            new(declaratie.DeclaratieNummer, declaratie.TotaalIngediendBedrag, declaratie.TotaalIngediendBedrag, null) { RetourCodes = [Retourcode.DeclaratieToegewezen] });
    }

    /// <summary>Level 2: the declaration breaks a rule that it shows by itself; a header with 0001.</summary>
    /// <inheritdoc cref="Akkoord" path="/param"/>
    public static Wmo325 TechnischOnjuist(Wmo323 heen, string identificatie, DateOnly dagtekening) =>
        new(DeclaratieAntwoordHeader.Bij(heen, identificatie, dagtekening, Retourcode.TechnischOnjuist), null);

    /// <summary>Level 3 or 4: some prestaties are not paid; the clients that have them come back with those, each with its codes.</summary>
    /// <param name="heen">The declaration.</param>
    /// <param name="identificatie">The answer's own number, at most 12 characters.</param>
    /// <param name="dagtekening">The day of the answer.</param>
    /// <param name="codes">Why a prestatie is not paid; empty when it is.</param>
    public static Wmo325 Afgekeurd(Wmo323 heen, string identificatie, DateOnly dagtekening, Func<Prestatie, IReadOnlyList<string>> codes)
    {
        ArgumentNullException.ThrowIfNull(heen);
        ArgumentNullException.ThrowIfNull(codes);
        var afgekeurd = heen.Declaratie.Clienten
            .Select(c => c with { Prestaties = [.. c.Prestaties.Select(p => p with { RetourCodes = codes(p) }).Where(p => p.RetourCodes is { Count: > 0 })] })
            .Where(c => c.Prestaties.Count > 0).ToArray();
        var toegekend = heen.Declaratie.TotaalIngediendBedrag.InCenten - afgekeurd.SelectMany(c => c.Prestaties).Sum(p => p.IngediendBedrag.InCenten);
        return new(DeclaratieAntwoordHeader.Bij(heen, identificatie, dagtekening, Retourcode.GeenOpmerking),
            Retourwandeling.Voorzie(IStandaarden.DeclaratieAntwoord.Vorm, new DeclaratieAntwoord(
                heen.Declaratie.DeclaratieNummer, heen.Declaratie.TotaalIngediendBedrag, CdtTotaalBedragMetDC.Van(toegekend), afgekeurd.Length == 0 ? null : afgekeurd)));
    }

    internal static Wmo325 Vorm(Wandeling x, Wmo325? w) => new(
        x.Deel("Header", DeclaratieAntwoordHeader.Vorm, w?.Header),
        x.DeelOf("DeclaratieAntwoord", IStandaarden.DeclaratieAntwoord.Vorm, w?.DeclaratieAntwoord));
}

/// <summary>The header of an answer to a declaration.</summary>
/// <param name="Eigen">Who answers whom, with the answer's own identification.</param>
/// <param name="DeclaratieIdentificatie">Identification of the declaration answered.</param>
/// <param name="XsltVersie">Version of the official rule sheets, where they rejected something (IV033).</param>
/// <param name="XsdVersieDeclaratie">The schemas of the declaration.</param>
/// <param name="RetourCodes">At least one.</param>
public sealed record DeclaratieAntwoordHeader(
    Header Eigen, CdtBerichtIdentificatie DeclaratieIdentificatie, string? XsltVersie, CdtXsdVersie XsdVersieDeclaratie, IReadOnlyList<string> RetourCodes)
{
    internal static DeclaratieAntwoordHeader Bij(Wmo323 heen, string identificatie, DateOnly dagtekening, params IReadOnlyList<string> codes) => new(
        new Header(heen.Header.Ontvanger, heen.Header.Afzender, identificatie, dagtekening), heen.Header.BerichtIdentificatie, null, heen.Header.XsdVersie, codes);

    internal static DeclaratieAntwoordHeader Vorm(Wandeling x, DeclaratieAntwoordHeader? w) => new(
        Header.Vorm(x, w?.Eigen),
        x.Cdt("DeclaratieIdentificatie", CdtBerichtIdentificatie.Vorm, w?.DeclaratieIdentificatie),
        x.TekstOf("XsltVersie", Ldt.Versie, w?.XsltVersie),
        x.Cdt("XsdVersieDeclaratie", CdtXsdVersie.Vorm, w?.XsdVersieDeclaratie),
        x.RetourCodes(w?.RetourCodes)!);
}

/// <summary>The answer to a declaration.</summary>
/// <param name="DeclaratieNummer">The number of the declaration.</param>
/// <param name="TotaalIngediendBedrag">The sum of what was asked.</param>
/// <param name="TotaalToegekendBedrag">The sum of what is paid.</param>
/// <param name="Clienten">Those of whom something is rejected; null when nothing is.</param>
public sealed record DeclaratieAntwoord(
    string DeclaratieNummer, CdtTotaalBedragMetDC TotaalIngediendBedrag, CdtTotaalBedragMetDC TotaalToegekendBedrag, IReadOnlyList<DeclaratieClient>? Clienten) : Berichtklasse
{
    internal static DeclaratieAntwoord Vorm(Wandeling x, DeclaratieAntwoord? w) => new(
        x.Tekst("DeclaratieNummer", Ldt.IdentificatieDeclaratie, w?.DeclaratieNummer),
        x.Cdt("TotaalIngediendBedrag", CdtTotaalBedragMetDC.Vorm, w?.TotaalIngediendBedrag),
        x.Cdt("TotaalToegekendBedrag", CdtTotaalBedragMetDC.Vorm, w?.TotaalToegekendBedrag),
        x.DelenOf("Clienten", "Client", DeclaratieClient.Vorm, w?.Clienten))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}
