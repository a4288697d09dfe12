using FluentValidation;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// What is asked says which help, how much and when (Awb 4:2 lid 1 onder d). What is asked of an indicatie is counted in its unit, so that
/// the decision can be compared with both.
/// </summary>
internal static class GevraagdeHulpKlopt
{
    private const string Grondslag = "Awb art. 4:2 lid 1";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(IReadOnlyList<GekozenVoorziening> hulp, IReadOnlyList<GekozenVoorziening> indicaties)
    {
        if (hulp.DistinctBy(v => v.VoorzieningId).Count() < hulp.Count)
            throw Weigering.Regel("voorziening-dubbel", "Dezelfde voorziening staat er twee keer in. Noem elke voorziening één keer.",
                Grondslag, "gevraagd");
        foreach (var gevraagd in hulp)
            if (indicaties.FirstOrDefault(v => v.VoorzieningId == gevraagd.VoorzieningId) is { } indicatie
                && gevraagd.Omvang with { Volume = indicatie.Omvang.Volume } != indicatie.Omvang)
                throw Weigering.Regel("andere-eenheid", "Gebruik de eenheid en de frequentie van de indicatie.", Grondslag, "gevraagd");
    }

    /// <summary>The form of one thing that is asked.</summary>
    internal sealed class Vorm : AbstractValidator<Vraagregel>
    {
        public Vorm()
        {
            RuleFor(v => v.Product!).Ketenproduct().When(v => v.Product is not null);
            RuleFor(v => v.Omvang!).Ketenomvang().When(v => v.Omvang is not null);
            RuleFor(v => v.Omvang!).Must(o => ToegewezenHulp.GaanSamen(o.Eenheid, o.Frequentie))
                .When(v => v.Omvang is { Eenheid: not null, Frequentie: not null }).WithMessage(ToegewezenHulp.GaanNietSamen);
            RuleFor(v => v.Periode).Must(p => p is null || p.Ingangsdatum <= p.Einddatum)
                .WithMessage("De einddatum mag niet voor de ingangsdatum liggen.");
            RuleFor(v => v.Product).Must((v, product) => product is null ? v.VoorzieningId is not null
                    : v.VoorzieningId is null && v.Omvang is not null && v.Periode is not null)
                .WithMessage("Noem een voorziening van de aanvraag, of anders het product, de omvang en de periode.");
            RuleFor(v => v.Leveringsvorm).Must((v, vorm) => vorm is null || v.VoorzieningId is null)
                .WithMessage("De leveringsvorm van een indicatie kiest de inwoner in het onderzoek. Laat dit hier weg.");
        }
    }
}
