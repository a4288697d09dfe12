namespace WmoPlatform.Contracts;

/// <summary>
/// An event of a toewijzing or a budget that changes how its help goes. It carries the whole state after the change, so a subscriber keeps
/// the state of the highest <see cref="Gebeurtenis.Versie"/> and needs none of the earlier events.
/// </summary>
public interface IMetHulpverloop : IOverVoorziening
{
    /// <summary>The help under this toewijzing or budget, as it is after this event.</summary>
    Hulpverloop Hulp { get; }

    /// <summary>The personal data for the CAK.</summary>
    Vertrouwelijk<Persoonskern> Persoon { get; }
}

/// <summary>How the help under one toewijzing or budget goes: everything that was reported and not taken back.</summary>
/// <param name="PersoonId">The person who gets the help.</param>
/// <param name="Leveringsvorm">Zorg in natura for a toewijzing, pgb for a budget.</param>
/// <param name="Productcategorie">Two digits. For a rolstoel (11) no eigen bijdrage is due.</param>
/// <param name="Periode">The period that is agreed now. For a toewijzing it ends where an earlier end was established.</param>
/// <param name="Begindatum">The first day; null when no start stands, or when it never was.</param>
/// <param name="LaatsteDag">The last day while the help is stopped, temporarily or for good; null while it runs.</param>
public sealed record Hulpverloop(
    Guid PersoonId, Leveringsvorm Leveringsvorm, string Productcategorie, Periode Periode, DateOnly? Begindatum, DateOnly? LaatsteDag)
{
    /// <summary>The days on which it resumed after a temporary stop, in order.</summary>
    public IReadOnlyList<DateOnly> HervatOp { get; init; } = [];

    /// <summary>
    /// The stretches within the period for which nothing is granted in this form, in order; null without any. Help in another form may fill
    /// them.
    /// </summary>
    public IReadOnlyList<Periode>? Onderbrekingen { get; init; }

    /// <summary>Whether the stop is temporary (WMO307 with reason 20).</summary>
    public bool Tijdelijk { get; init; }

    /// <summary>Nothing comes of it: it was removed or withdrawn as if never agreed, or replaced before any start.</summary>
    public bool Vervallen { get; init; }

    /// <summary>The toewijzing that takes over from it; null without one. Its end is no end of the help until that one is known.</summary>
    public Guid? Opvolger { get; init; }

    /// <summary>The agreed last day has passed.</summary>
    public bool Afgelopen { get; init; }

    /// <summary>The safety of the person forbids chain messages (iWmo OP003), to the CAK too.</summary>
    public bool GeenBerichtenverkeer { get; init; }
}

/// <summary>The personal data that the CAK needs.</summary>
/// <param name="Bsn">Nine digits.</param>
/// <param name="Geboortedatum">Date of birth: no eigen bijdrage under 18.</param>
public sealed record Persoonskern(string Bsn, DateOnly Geboortedatum)
{
    /// <summary>The numbers that the person had before; null without any.</summary>
    public IReadOnlyList<string>? EerdereBsns { get; init; }

    /// <inheritdoc cref="Persoonsgegevens.HeeftBsn" />
    public bool HeeftBsn(string? bsn) => bsn is not null && (bsn == Bsn || EerdereBsns?.Contains(bsn) == true);

    /// <inheritdoc />
    public override string ToString() => "[persoon]";
}
