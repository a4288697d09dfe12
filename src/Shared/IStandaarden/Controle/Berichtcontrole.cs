namespace WmoPlatform.IStandaarden.Controle;

/// <summary>
/// Checks the rules of level 2, which need only the message itself: conditions (CD), constraints (CS) and some technical rules (TR). One
/// breach rejects the whole message with 0001. docs/chain-rules.md says where each rule is checked.
/// </summary>
public static class Berichtcontrole
{
    /// <summary>
    /// The rules that the message breaks, in the order of its elements, at most <see cref="Bevinding.Hoogstens"/>. A retour echoes the
    /// message that it answers and breaks none; only a WMO325 has amounts of its own.
    /// </summary>
    /// <param name="bericht">A message that was read, or that will be written.</param>
    /// <param name="annulering">Stops the check.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<Bevinding> Controleer(Ketenbericht bericht, CancellationToken annulering = default)
    {
        var b = new Bevindingen(annulering);
        switch (bericht)
        {
            case Wmo301 m: Toewijzingsregels.Controleer(b, m); break;
            case Wmo305 m: Leveringsregels.Controleer(b, m); break;
            case Wmo307 m: Leveringsregels.Controleer(b, m); break;
            case Wmo315 m: Verzoekregels.Controleer(b, m); break;
            case Wmo317 m: Verzoekregels.Controleer(b, m); break;
            case Wmo319 m: Verzoekregels.Controleer(b, m); break;
            case Wmo323 m: Declaratieregels.Controleer(b, m); break;
            case Wmo325 m: Declaratieregels.Controleer(b, m); break;
            case Wmo501 m: Budgetregels.Controleer(b, m); break;
            case Wmo507 m: Budgetregels.Controleer(b, m); break;
            case Wmo401 m: Bijdrageregels.Controleer(b, m); break;
            case Wmo403 m: Bijdrageregels.Controleer(b, m); break;
        }
        return b.Alle;
    }
}

/// <summary>Gathers findings with their place.</summary>
internal sealed class Bevindingen(CancellationToken annulering)
{
    private readonly List<Bevinding> alle = [];

    public IReadOnlyList<Bevinding> Alle => alle;

    /// <summary>Notes a breach unless the rule is kept.</summary>
    public void Eis(bool goed, string code, string pad, string uitleg)
    {
        annulering.ThrowIfCancellationRequested();
        if (!goed && alle.Count < Bevinding.Hoogstens) alle.Add(new(code, $"Bericht/{pad}", uitleg));
    }

    /// <summary>CS003, TR018 and TR137: a period does not end before it begins.</summary>
    public void Periode(DateOnly? begin, DateOnly? einde, string code, string pad) =>
        Eis(begin is not { } van || einde is not { } tot || tot >= van, code, pad, "De laatste dag ligt voor de eerste dag.");

    /// <summary>TR134: a date is not after the day of the message.</summary>
    public void NietLater(DateOnly datum, Header header, string pad, string code = "TR134") =>
        Eis(datum <= header.BerichtIdentificatie.Dagtekening, code, pad, "Deze dag ligt na de dagtekening van het bericht.");

    /// <summary>TR302, TR386 and TR410: no product twice in overlapping periods. What has no period does not count.</summary>
    public void NietGestapeld<T>(IReadOnlyList<T> delen, string code, string pad, string uitleg,
        Func<T, (CdtProduct? Product, DateOnly Begin, DateOnly? Einde)?> van)
    {
        var stapeling = new Stapeling();
        for (var i = 0; i < delen.Count; i++)
            if (van(delen[i]) is { } deel)
                Eis(stapeling.Past(deel.Product, deel.Begin, deel.Einde ?? DateOnly.MaxValue), code, $"{pad}[{i + 1}]", uitleg);
    }

    /// <summary>TR101: every key occurs once.</summary>
    public void Uniek<T>(IReadOnlyList<T> delen, string code, string pad, Func<T, object> sleutel)
    {
        var sleutels = new HashSet<object>(delen.Count);
        for (var i = 0; i < delen.Count; i++)
            Eis(sleutels.Add(sleutel(delen[i])), code, $"{pad}[{i + 1}]", "Dit komt twee keer voor in het bericht.");
    }
}

/// <summary>Rules about persons, for every message that names one.</summary>
internal static class Persoonsregels
{
    private const int HoogsteLeeftijd = 120;
    private const string GeboortedatumOnbekend = "3";

    public const string Nederland = "NL";

    public static void Bsn(Bevindingen b, string bsn, string pad) =>
        b.Eis(IsElfproef(bsn), "CS002", pad, "Het BSN voldoet niet aan de elfproef.");

    /// <summary>TR002, TR134 and CS139.</summary>
    public static void Geboortedatum(Bevindingen b, CdtGeboortedatum? geboren, Header header, string pad)
    {
        if (geboren is null) return;
        var dagtekening = header.BerichtIdentificatie.Dagtekening;
        b.Eis(geboren.DatumGebruik == GeboortedatumOnbekend || dagtekening.Year <= HoogsteLeeftijd
            || geboren.Datum >= dagtekening.AddYears(-HoogsteLeeftijd), "TR002", pad,
            "De geboortedatum ligt meer dan 120 jaar voor de dagtekening.");
        b.NietLater(geboren.Datum, header, $"{pad}/Datum");
        b.Eis(geboren switch
        {
            { DatumGebruik: "1", Datum.Day: not 1 } => false,
            { DatumGebruik: "2", Datum: not { Day: 1, Month: 1 } } => false,
            { DatumGebruik: GeboortedatumOnbekend, Datum: not { Day: 1, Month: 1, Year: 1900 } } => false,
            _ => true,
        }, "CS139", $"{pad}/DatumGebruik", "Vul 01 in voor de dag of de maand die niet bekend is, en 1900 voor het jaar.");
    }

    public static void Naam(Bevindingen b, CdtVolledigeNaam? naam, string pad) =>
        b.Eis(naam is null || (naam.Partnernaam is null ? naam.NaamGebruik is "1" or "6" : naam.NaamGebruik is "1" or "2" or "3" or "4"),
            "CS050", $"{pad}/NaamGebruik", "Het naamgebruik past niet bij de namen die zijn ingevuld.");

    public static void Postcode(Bevindingen b, CdtAdres? adres, string pad) =>
        b.Eis(adres is not { LandCode: Nederland, Postcode: { } postcode } || IsNederlandsePostcode(postcode), "CS089", $"{pad}/Postcode",
            "Een Nederlandse postcode is vier cijfers en twee letters.");

    // Weights 9 down to 2, and -1 for the last digit. Wetgeving has the same check; neither project may depend on the other.
    private static bool IsElfproef(string bsn)
    {
        var som = 0;
        for (var i = 0; i < bsn.Length; i++) som += (bsn[i] - '0') * (i == 8 ? -1 : 9 - i);
        return bsn.Length == 9 && bsn != "000000000" && som % 11 == 0;
    }

    private static bool IsNederlandsePostcode(string postcode) =>
        postcode is [>= '1' and <= '9', _, _, _, _, _] && postcode[1..4].All(char.IsAsciiDigit) && postcode[4..].All(char.IsAsciiLetter);
}
