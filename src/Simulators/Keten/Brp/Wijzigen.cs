using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace WmoPlatform.Keten.Brp;

/// <summary>A change of one person. What is left out stays as it is. Without any value the record still counts as changed.</summary>
/// <param name="Bsn">The person.</param>
/// <param name="Straat">The street. An address here is in the Netherlands, and is hidden while the person is in the RNI.</param>
/// <param name="Huisnummer">1 to 99999.</param>
/// <param name="Postcode">Such as 1315HR.</param>
/// <param name="Plaats">The place; also the name of the municipality.</param>
/// <param name="Gemeente">The municipality: its code of the CBS.</param>
/// <param name="Geslachtsnaam">The name without its voorvoegsel, which stays.</param>
/// <param name="Geheim">The data are secret.</param>
/// <param name="Curatele">The person is under curatele.</param>
/// <param name="VerblijftNiet">It was established that the person does not live at the address.</param>
/// <param name="Overleden">The day of death, or only its year.</param>
/// <param name="NieuwBsn">The number from now on: a test number that nobody with a story or a change has.</param>
/// <param name="Onleesbaar">The date of birth is given as a day that does not exist.</param>
/// <param name="Opschorting">Why the record is not kept up: E, M or R; W takes the person out of the BRP.</param>
/// <param name="Rni">The person emigrated: registered as a non-resident, at an address abroad. False: the person came back.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed partial record Persoonswijziging(
    string Bsn, string? Straat = null, int? Huisnummer = null, string? Postcode = null, string? Plaats = null, string? Gemeente = null,
    string? Geslachtsnaam = null, bool? Geheim = null, bool? Curatele = null, bool? VerblijftNiet = null, string? Overleden = null,
    string? NieuwBsn = null, bool? Onleesbaar = null, string? Opschorting = null, bool? Rni = null)
{
    /// <summary>Why this is no change of a record; null when it is one.</summary>
    public string? Bezwaar() =>
        !Testpersonen.IsBsn(Bsn) ? "Noem het burgerservicenummer van een testpersoon."
        : Straat is "" || Plaats is "" || Geslachtsnaam is "" ? "Een straat, plaats of geslachtsnaam is niet leeg."
        : Huisnummer is < 1 or > 99_999 ? "Een huisnummer is 1 tot en met 99999."
        : Postcode is not null && !Postcodevorm().IsMatch(Postcode) ? "Een postcode is vier cijfers en twee hoofdletters."
        : Gemeente is not null && !Gemeentevorm().IsMatch(Gemeente) ? "Een gemeentecode is vier cijfers."
        : Overleden is not null && Dag(Overleden) is null ? "Noem van het overlijden de dag (jjjj-mm-dd) of alleen het jaar."
        : NieuwBsn is not null && !Testpersonen.IsTestnummer(NieuwBsn) ? "Het nieuwe nummer is een testnummer dat begint met 9999."
        : Opschorting is not (null or "E" or "M" or "R" or "W") ? "De reden van de opschorting is E, M, R of W."
        : null;

    /// <summary>The person after this change.</summary>
    public Testpersoon PasToe(Testpersoon oud, DateOnly vandaag) => oud with
    {
        Bsn = NieuwBsn ?? oud.Bsn,
        Straat = Straat ?? oud.Straat,
        Huisnummer = Huisnummer ?? oud.Huisnummer,
        Postcode = Postcode ?? oud.Postcode,
        Plaats = Plaats ?? oud.Plaats,
        Gemeente = Gemeente ?? oud.Gemeente,
        Geslachtsnaam = Geslachtsnaam ?? oud.Geslachtsnaam,
        Geheim = Geheim ?? oud.Geheim,
        Curatele = Curatele ?? oud.Curatele,
        VerblijftNiet = VerblijftNiet ?? oud.VerblijftNiet,
        Overleden = Overleden is null ? oud.Overleden : Dag(Overleden),
        OverledenBekend = Overleden is null ? oud.OverledenBekend : Overleden.Length == 4 ? "jaar" : "dag",
        Onleesbaar = Onleesbaar ?? oud.Onleesbaar,
        Rni = Rni ?? oud.Rni,
        // Who emigrates is no longer kept up by a municipality, and who comes back is.
        Opschorting = Opschorting ?? (Rni switch { true => "E", false => null, null => oud.Opschorting }),
        Opgeschort = Opschorting is null && Rni is null ? oud.Opgeschort : vandaag,
    };

    public override string ToString() => "[persoonswijziging]";

    private static DateOnly? Dag(string tekst) =>
        DateOnly.TryParseExact(tekst, ["yyyy-MM-dd", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;

    [GeneratedRegex(@"\A[1-9][0-9]{3}[A-Z]{2}\z")]
    private static partial Regex Postcodevorm();

    [GeneratedRegex(@"\A[0-9]{4}\z")]
    private static partial Regex Gemeentevorm();
}

internal static class Wijzigen
{
    public static void MapBrp(this RouteGroupBuilder beheer) =>
        beheer.MapPost("/brp/wijziging", (Persoonswijziging wijziging, Persoonslijsten personen) =>
            personen.Wijzig(wijziging) is { } nee ? Beheer.Antwoord(nee) : Results.NoContent());
}
