namespace WmoPlatform.Wetgeving;

/// <summary>A value and the days for which it holds.</summary>
/// <param name="Vanaf">First day.</param>
/// <param name="TotEnMet">Last day; null while no end is known.</param>
/// <param name="Waarde">The value.</param>
/// <param name="Bron">The law or decision that sets it.</param>
public sealed record Rij<T>(DateOnly Vanaf, DateOnly? TotEnMet, T Waarde, string Bron);

/// <summary>Amounts, rates and municipal choices as dated data. A date without a row is an error, and never falls back silently.</summary>
/// <param name="naam">Its name in Dutch, for the error that asks beheer to complete it.</param>
/// <param name="rijen">The rows; they do not overlap.</param>
public sealed class Tabel<T>(string naam, params IReadOnlyList<Rij<T>> rijen)
{
    /// <summary>The name of the table.</summary>
    public string Naam => naam;

    /// <summary>Every row.</summary>
    public IReadOnlyList<Rij<T>> Rijen => rijen;

    /// <summary>The row that holds on a day.</summary>
    /// <exception cref="GegevensOntbrekenException">No row holds on that day.</exception>
    public Rij<T> Op(DateOnly datum) => OpOfNiets(datum) ?? throw new GegevensOntbrekenException(naam, datum);

    /// <summary>The row that holds on a day; null without one. Only for a check that may be left out.</summary>
    public Rij<T>? OpOfNiets(DateOnly datum) =>
        rijen.FirstOrDefault(rij => rij.Vanaf <= datum && (rij.TotEnMet is not { } einde || datum <= einde));
}

/// <summary>A table of amounts or choices has no row for a date. An API answers with 422, naming table and date.</summary>
/// <param name="tabel">The table that lacks a row.</param>
/// <param name="datum">The requested date.</param>
#pragma warning disable CA1032 // Without table and date this exception would say nothing.
public sealed class GegevensOntbrekenException(string tabel, DateOnly datum)
    : Exception($"De tabel '{tabel}' heeft geen waarde voor {Datumtekst.ZonderWeekdag(datum)}.")
#pragma warning restore CA1032
{
    /// <summary>The table that lacks a row.</summary>
    public string Tabel => tabel;

    /// <summary>The requested date.</summary>
    public DateOnly Datum => datum;
}
