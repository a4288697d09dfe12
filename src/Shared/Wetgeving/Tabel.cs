namespace WmoPlatform.Wetgeving;

/// <summary>A value and the days it holds.</summary>
/// <param name="Vanaf">First day.</param>
/// <param name="TotEnMet">Last day; null while no end is known.</param>
/// <param name="Waarde">The value.</param>
/// <param name="Bron">Where it is laid down.</param>
public sealed record Rij<T>(DateOnly Vanaf, DateOnly? TotEnMet, T Waarde, string Bron);

/// <summary>Amounts, rates and municipal choices as dated data. A date without a row is an error, never a silent fallback.</summary>
/// <param name="naam">What the table holds, in Dutch: it is named to whoever must complete it.</param>
/// <param name="rijen">The rows; they do not overlap.</param>
public sealed class Tabel<T>(string naam, params IReadOnlyList<Rij<T>> rijen)
{
    /// <summary>What the table holds.</summary>
    public string Naam => naam;

    /// <summary>Every row.</summary>
    public IReadOnlyList<Rij<T>> Rijen => rijen;

    /// <summary>The row that holds on a day.</summary>
    /// <exception cref="GegevensOntbrekenException">No row holds on that day.</exception>
    public Rij<T> Op(DateOnly datum) => OpOfNiets(datum) ?? throw new GegevensOntbrekenException(naam, datum);

    /// <summary>The row that holds on a day; null when none does. Only for a check that may be left out.</summary>
    public Rij<T>? OpOfNiets(DateOnly datum) =>
        rijen.FirstOrDefault(rij => rij.Vanaf <= datum && (rij.TotEnMet is not { } einde || datum <= einde));
}

/// <summary>A table of amounts or choices has no row for a date. An API answers this with 422, naming table and date.</summary>
/// <param name="tabel">The table that lacks a row.</param>
/// <param name="datum">The date asked for.</param>
#pragma warning disable CA1032 // Without table and date this exception would say nothing.
public sealed class GegevensOntbrekenException(string tabel, DateOnly datum)
    : Exception($"De tabel '{tabel}' heeft geen waarde voor {Datumtekst.ZonderWeekdag(datum)}.")
#pragma warning restore CA1032
{
    /// <summary>The table that lacks a row.</summary>
    public string Tabel => tabel;

    /// <summary>The date asked for.</summary>
    public DateOnly Datum => datum;
}
