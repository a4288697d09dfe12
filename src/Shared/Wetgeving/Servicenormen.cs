namespace WmoPlatform.Wetgeving;

/// <summary>What a municipality promises on top of the law: configuration with validity dates, see <see cref="Almere"/>.</summary>
/// <param name="BevestigingWerkdagen">Working days within which a melding is confirmed.</param>
/// <param name="AfspraakWerkdagen">Working days within which an appointment for the gesprek is made.</param>
/// <param name="WijzigingWeken">Weeks within which a change is processed.</param>
/// <param name="GelijkgesteldeDagenTellen">Whether days put on a par with a holiday by decree count as working days.</param>
public sealed record Servicenormen(int BevestigingWerkdagen, int AfspraakWerkdagen, int WijzigingWeken, bool GelijkgesteldeDagenTellen)
{
    /// <summary>The norms of the municipality of Almere, the shipped example.</summary>
    public static Tabel<Servicenormen> Almere { get; } = new("servicenormen",
        new Rij<Servicenormen>(
            new(Kalender.EersteJaar, 1, 1), null,
            new(BevestigingWerkdagen: 5, AfspraakWerkdagen: 5, WijzigingWeken: 8, GelijkgesteldeDagenTellen: false),
            "Gemeente Almere, pagina's over individuele begeleiding en pgb"));
}
