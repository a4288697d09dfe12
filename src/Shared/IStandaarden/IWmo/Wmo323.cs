using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// WMO323, declaratie: a provider claims payment for the help of a period. A WMO325 answers it within 10 working days (OP090x4).
/// </summary>
/// <param name="Header">Afzender is the provider, Ontvanger the gemeente.</param>
/// <param name="Declaratie">The claim.</param>
public sealed record Wmo323(Header Header, Declaratie Declaratie) : Heenbericht(Header)
{
    internal override Berichtklasse? Inhoud => null;

    /// <summary>
    /// Splits the declaration into as many messages as needed to keep each within 25 MB (OP179). Every client stays whole in one message,
    /// and every total is the sum of that message. Several messages for one period are assumed to be allowed; no rule forbids it.
    /// </summary>
    /// <param name="nummer">Identification and DeclaratieNummer of the n-th message, from 1; not called when one message suffices.</param>
    /// <param name="hoogstens">In bytes, for a receiver that accepts less.</param>
    /// <exception cref="BerichtOnleesbaar">One client alone is too large (<see cref="BerichtOnleesbaar.TeGroot"/>).</exception>
    public IReadOnlyList<Wmo323> Splits(Func<int, (string Identificatie, string DeclaratieNummer)> nummer, long hoogstens = HoogstensBytes)
    {
        ArgumentNullException.ThrowIfNull(nummer);
        if (Past(this)) return [this];
        // Measured with the longest possible numbers, so that the real ones fit too.
        return [.. Helften(Declaratie.Clienten.ToArray()).Select((clienten, i) => Met(clienten, nummer(i + 1)))];

        IEnumerable<ArraySegment<DeclaratieClient>> Helften(ArraySegment<DeclaratieClient> clienten)
        {
            if (Past(Met(clienten, (new('0', 12), new('0', 12))))) return Enumerable.Repeat(clienten, 1);
            if (clienten.Count == 1) throw new BerichtOnleesbaar(BerichtOnleesbaar.TeGroot, "Bericht/Declaratie/Clienten/Client");
            return Helften(clienten[..(clienten.Count / 2)]).Concat(Helften(clienten[(clienten.Count / 2)..]));
        }

        Wmo323 Met(ArraySegment<DeclaratieClient> clienten, (string Identificatie, string DeclaratieNummer) nummers) => this with
        {
            Header = Header with { BerichtIdentificatie = Header.BerichtIdentificatie with { Identificatie = nummers.Identificatie } },
            Declaratie = Declaratie with
            {
                DeclaratieNummer = nummers.DeclaratieNummer,
                TotaalIngediendBedrag =
                    CdtTotaalBedragMetDC.Van(clienten.SelectMany(c => c.Prestaties).Sum(p => p.IngediendBedrag.InCenten)),
                Clienten = clienten,
            },
        };

        bool Past(Wmo323 deel)
        {
            try
            {
                deel.Schrijf(Stream.Null, hoogstens);
                return true;
            }
            catch (BerichtOnleesbaar fout) when (fout.Code == BerichtOnleesbaar.TeGroot)
            {
                return false;
            }
        }
    }

    internal static Wmo323 Vorm(Wandeling x, Wmo323? w) => new(
        x.Deel("Header", Header.Vorm, w?.Header),
        x.Deel("Declaratie", Declaratie.Vorm, w?.Declaratie));
}

/// <summary>A declaration.</summary>
/// <param name="DeclaratieNummer">1 to 12 letters or digits, unique per provider (TR333).</param>
/// <param name="DeclaratiePeriode">The calendar month that it covers.</param>
/// <param name="DeclaratieDagtekening">The day of the declaration.</param>
/// <param name="TotaalIngediendBedrag">The sum of the claimed amounts, in cents.</param>
/// <param name="Clienten">At least one.</param>
public sealed record Declaratie(
    string DeclaratieNummer, CdtGeslotenPeriode DeclaratiePeriode, DateOnly DeclaratieDagtekening,
    CdtTotaalBedragMetDC TotaalIngediendBedrag,
    IReadOnlyList<DeclaratieClient> Clienten) : Persoonlijk
{
    /// <summary>The part before its clients.</summary>
    public Declaratiekop Kop => new(DeclaratieNummer, DeclaratiePeriode, DeclaratieDagtekening, TotaalIngediendBedrag);

    internal static Declaratie Vorm(Wandeling x, Declaratie? w)
    {
        var (nummer, periode, dagtekening, totaal) = Declaratiekop.Vorm(x, w?.Kop);
        return new(nummer, periode, dagtekening, totaal, x.Delen("Clienten", "Client", DeclaratieClient.Vorm, w?.Clienten));
    }
}

/// <summary>The part of a declaration before its clients.</summary>
/// <param name="DeclaratieNummer">1 to 12 letters or digits, unique per provider (TR333).</param>
/// <param name="DeclaratiePeriode">The calendar month that it covers.</param>
/// <param name="DeclaratieDagtekening">The day of the declaration.</param>
/// <param name="TotaalIngediendBedrag">The sum of the claimed amounts, in cents.</param>
public sealed record Declaratiekop(string DeclaratieNummer, CdtGeslotenPeriode DeclaratiePeriode, DateOnly DeclaratieDagtekening,
    CdtTotaalBedragMetDC TotaalIngediendBedrag)
{
    internal static Declaratiekop Vorm(Wandeling x, Declaratiekop? w) => new(
        x.Tekst("DeclaratieNummer", Ldt.NieuweDeclaratie, w?.DeclaratieNummer),
        x.Cdt("DeclaratiePeriode", CdtGeslotenPeriode.Vorm, w?.DeclaratiePeriode),
        x.Datum("DeclaratieDagtekening", w?.DeclaratieDagtekening),
        x.Cdt("TotaalIngediendBedrag", CdtTotaalBedragMetDC.Vorm, w?.TotaalIngediendBedrag));
}

/// <summary>A client of a declaration or of the answer to it.</summary>
/// <param name="Bsn">Nine digits that pass the elfproef (CS002).</param>
/// <param name="Prestaties">At least one.</param>
public sealed record DeclaratieClient(string Bsn, IReadOnlyList<Prestatie> Prestaties) : Berichtklasse
{
    internal static DeclaratieClient Vorm(Wandeling x, DeclaratieClient? w) => new(
        x.Tekst("Bsn", Ldt.BurgerServicenummer, w?.Bsn),
        x.Delen("Prestaties", "Prestatie", Prestatie.Vorm, w?.Prestaties))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>Help that was given, or a credit that takes it back.</summary>
/// <param name="ProductReferentie">The provider's number of it, and of the prestatie that it credits.</param>
/// <param name="ToewijzingNummer">The assignment; 0 to 999999999.</param>
/// <param name="ProductCategorie">01 to 18 (code list WMO020).</param>
/// <param name="ProductCode">At most 5 characters.</param>
/// <param name="ProductPeriode">Its period, within the period of the declaration (TR319).</param>
/// <param name="GeleverdVolume">0 to 99999999 units.</param>
/// <param name="Eenheid">01, 04, 14, 16, 82, 83 or 84 (code list WJ756).</param>
/// <param name="ProductTarief">Cents per unit; null when Eenheid is 83, euros.</param>
/// <param name="IngediendBedrag">The claimed amount.</param>
public sealed record Prestatie(
    CdtReferentie ProductReferentie, long ToewijzingNummer, string ProductCategorie, string ProductCode, CdtGeslotenPeriode ProductPeriode,
    long GeleverdVolume, string Eenheid, long? ProductTarief, CdtBedragMetDC IngediendBedrag) : Kernklasse
{
    internal static Prestatie Vorm(Wandeling x, Prestatie? w) => new(
        x.Cdt("ProductReferentie", CdtReferentie.Vorm, w?.ProductReferentie),
        x.Getal("ToewijzingNummer", Ldt.Nummer, w?.ToewijzingNummer),
        x.Tekst("ProductCategorie", Ldt.ProductCategorie, w?.ProductCategorie),
        x.Tekst("ProductCode", Ldt.ProductCode, w?.ProductCode),
        x.Cdt("ProductPeriode", CdtGeslotenPeriode.Vorm, w?.ProductPeriode),
        x.Getal("GeleverdVolume", Ldt.Volume, w?.GeleverdVolume),
        x.Tekst("Eenheid", Ldt.Eenheid, w?.Eenheid),
        x.GetalOf("ProductTarief", Ldt.Bedrag, w?.ProductTarief),
        x.Cdt("IngediendBedrag", CdtBedragMetDC.Vorm, w?.IngediendBedrag))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}
