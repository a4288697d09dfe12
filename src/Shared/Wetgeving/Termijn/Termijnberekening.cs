namespace WmoPlatform.Wetgeving;

/// <summary>One step of a derivation.</summary>
/// <param name="Datum">The day at which the step arrives; null when it only explains.</param>
/// <param name="Uitleg">A Dutch sentence that can be printed in a letter.</param>
/// <param name="Grondslag">The article or norm of the step.</param>
/// <param name="Dagen">Calendar days by which the step moves the last day; all steps together lead from start to the last day.</param>
public sealed record Stap(DateOnly? Datum, string Uitleg, string Grondslag, int Dagen = 0);

/// <summary>A term with its derivation.</summary>
/// <param name="Soort">The kind of term, for instance <c>onderzoek</c> or <c>cak-pgb</c>.</param>
/// <param name="Start">The day of the fact that starts the term; that day itself does not count.</param>
/// <param name="Uiterlijk">
/// The last day, after suspension and the Algemene termijnenwet. For <c>bewaring</c> and <c>aanvraag-zonder-verslag</c> the first day on
/// which the act is allowed.
/// </param>
/// <param name="Grondslag">The article or norm, for instance "Wmo 2015 art. 2.3.2 lid 1".</param>
/// <param name="Stappen">The derivation, in order.</param>
public sealed record Termijnberekening(string Soort, DateOnly Start, DateOnly Uiterlijk, string Grondslag, IReadOnlyList<Stap> Stappen)
{
    /// <summary>The last day before the Atw moved it. An announced delay is counted from this day.</summary>
    public DateOnly EindeVoorAtw { get; init; } = Uiterlijk;

    /// <summary>The length in words that fit a sentence, for instance "zes weken"; empty when the term has no plain length.</summary>
    public string Duur { get; init; } = "";

    /// <summary>
    /// The day since which the term stands still, and nobody knows until when (Awb 4:15); null when it does not. Until that is known,
    /// <see cref="Uiterlijk"/> is the last day without the days to come.
    /// </summary>
    public DateOnly? StaatStilSinds { get; init; }

    /// <summary>The day promised in an announcement of delay (Awb 4:14), beside <see cref="Uiterlijk"/>, which it never moves.</summary>
    public DateOnly? ToegezegdeDatum { get; init; }
}
