using FluentValidation;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Dossiers.Rekenhulp;

/// <summary>Limits dates to the years of <see cref="Kalender"/>.</summary>
internal static class Datumregels
{
    private static readonly DateOnly Eerste = new(Kalender.EersteJaar, 1, 1);
    private static readonly DateOnly Laatste = new(Kalender.LaatsteJaar, 12, 31);

    public static IRuleBuilderOptions<T, DateOnly> BinnenDeKalender<T>(this IRuleBuilder<T, DateOnly> veld) =>
        veld.InclusiveBetween(Eerste, Laatste).WithMessage(Uitleg);

    public static IRuleBuilderOptions<T, DateOnly?> BinnenDeKalender<T>(this IRuleBuilder<T, DateOnly?> veld) =>
        veld.InclusiveBetween(Eerste, Laatste).WithMessage(Uitleg);

    private static readonly string Uitleg = $"Kies een datum in de jaren {Kalender.EersteJaar} tot en met {Kalender.LaatsteJaar}.";
}
