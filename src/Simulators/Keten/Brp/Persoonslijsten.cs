using System.Collections.Immutable;
using WmoPlatform.Keten.Post;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Keten.Brp;

/// <param name="Persoon">The person as they are now; null when nobody is found under this number any more.</param>
/// <param name="Gewijzigd">The day of the last change.</param>
internal sealed record Persoonslijst(Testpersoon? Persoon, DateOnly Gewijzigd);

/// <summary>The records of the BRP: <see cref="Testpersonen"/>, and what changed of them. A restart loses no change.</summary>
internal sealed class Persoonslijsten(IConfiguration configuratie, TimeProvider klok)
{
    private readonly Bewaard<ImmutableDictionary<string, Persoonslijst>> _gewijzigd =
        new(configuratie, "brp-personen.json", ImmutableDictionary<string, Persoonslijst>.Empty);

    public Testpersoon? Zoek(string bsn) => Zoek(_gewijzigd.Nu, bsn);

    /// <summary>The day of the last change; null when the record never changed.</summary>
    public DateOnly? Gewijzigd(string bsn) => _gewijzigd.Nu.GetValueOrDefault(bsn)?.Gewijzigd;

    /// <summary>Changes the record of one person, today. Null when that succeeded.</summary>
    public Uitkomst? Wijzig(Persoonswijziging wijziging)
    {
        if (wijziging.Bezwaar() is { } bezwaar) return Uitkomst.Ongeldig(bezwaar);
        return _gewijzigd.Wijzig<Uitkomst?>(lijsten =>
        {
            if (Zoek(lijsten, wijziging.Bsn) is not { } oud) return (lijsten, Uitkomst.Onbekend("De BRP heeft deze persoon niet."));
            if (wijziging.NieuwBsn is { } bsn && (bsn == oud.Bsn || lijsten.ContainsKey(bsn) || Testpersonen.HeeftVerhaal(bsn)))
                return (lijsten, Uitkomst.KanNiet("Het nieuwe nummer is al van iemand."));
            var vandaag = klok.Vandaag();
            var nieuw = wijziging.PasToe(oud, vandaag);
            // With a new number the old one changed too: nobody has it any more.
            return (
                lijsten.SetItem(oud.Bsn, new(null, vandaag)).SetItem(nieuw.Bsn, new(nieuw.Opschorting == "W" ? null : nieuw, vandaag)),
                null);
        });
    }

    private static Testpersoon? Zoek(ImmutableDictionary<string, Persoonslijst> gewijzigd, string bsn) =>
        gewijzigd.TryGetValue(bsn, out var lijst) ? lijst.Persoon : Testpersonen.Zoek(bsn);
}
