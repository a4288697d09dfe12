using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Register;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>Checks before an assignment that the same help is not given twice.</summary>
public static class Stapeling
{
    /// <summary>The same help is already assigned to this provider at the same time (iWmo OP259, TR302); null when it is not.</summary>
    public static Beletsel? Stapelt(Toewijzing toewijzing, IEnumerable<Toewijzing> andere, DateOnly vandaag)
    {
        if (Productcategorie.IsHulpmiddel(toewijzing.Product.Categorie)) return null;
        var dubbel = andere.FirstOrDefault(a =>
            a != toewijzing && a.Geldt(vandaag) && a.Product == toewijzing.Product && Overlapt(a.Periode, toewijzing.Periode));
        return dubbel is null ? null : new(Beletselreden.Stapeling,
            $"Dezelfde hulp is in dezelfde tijd al toegewezen aan deze zorgaanbieder: toewijzing {dubbel.Toewijzingnummer}. "
            + "Beëindig of wijzig die eerst, en bied deze daarna opnieuw aan.");
    }

    /// <summary>A pgb for the same product at the same time (iWmo OP043); null without one.</summary>
    /// <remarks>
    /// Within one voorziening the decision itself sees to it that help in kind and pgb follow each other without overlap.
    /// </remarks>
    public static Beletsel? NaastPgb(Toewijzing toewijzing, IEnumerable<Voorziening> voorzieningen)
    {
        var tot = voorzieningen.Where(v => v.VoorzieningId != toewijzing.VoorzieningId)
            .Select(v => v.PgbTot(toewijzing.Product, toewijzing.Periode)).Max();
        return tot is null ? null : new(Beletselreden.PgbVoorZelfdeProduct,
            $"De inwoner heeft voor deze hulp een pgb tot en met {Datumtekst.ZonderWeekdag(tot.Value)}. "
            + "Beëindig eerst het pgb, of kies een latere ingangsdatum.");
    }

    private static bool Overlapt(Periode a, Periode b) => a.Ingangsdatum <= b.Einddatum && b.Ingangsdatum <= a.Einddatum;
}
