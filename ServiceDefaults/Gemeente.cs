using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WmoPlatform.ServiceDefaults;

/// <summary>
/// The municipality that runs this installation (section <c>Gemeente</c>). A process requires the fields that it uses; the others may be
/// empty.
/// </summary>
public sealed class Gemeente
{
    /// <summary>The code of the CBS: four digits (iWmo IV046).</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name, for instance "Almere".</summary>
    public string Naam { get; init; } = "";

    /// <summary>The telephone number that residents call.</summary>
    public string Telefoon { get; init; } = "";

    /// <summary>Where residents find independent client support, and its telephone number.</summary>
    public string Clientondersteuning { get; init; } = "";

    /// <summary>The wijkteam of a melding that names none.</summary>
    public string StandaardWijkteam { get; init; } = "";

    /// <summary>The other wijkteams that a melding may go to.</summary>
    public IReadOnlyList<string> Wijkteams { get; init; } = [];

    /// <summary>Every wijkteam, the standard one first.</summary>
    public IEnumerable<string> AlleWijkteams => Wijkteams.Prepend(StandaardWijkteam).Distinct();
}

/// <summary>Reads the municipality from the settings.</summary>
public static partial class GemeenteExtensions
{
    /// <summary>Registers the municipality, and requires at the start that these fields are filled in.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="velden">The fields that this process uses, for instance <c>nameof(Gemeente.Code)</c>.</param>
    /// <exception cref="InvalidOperationException">
    /// A required field is empty, or the code is not four digits. The message names it.
    /// </exception>
    public static void AddGemeente(this IHostApplicationBuilder builder, params string[] velden)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(builder.Configuration.LeesGemeente(velden));
    }

    /// <inheritdoc cref="AddGemeente" path="/exception"/>
    /// <summary>Reads the municipality as the settings describe it.</summary>
    /// <param name="configuratie">The settings.</param>
    /// <param name="velden">The fields that must be filled in.</param>
    public static Gemeente LeesGemeente(this IConfiguration configuratie, params string[] velden)
    {
        ArgumentNullException.ThrowIfNull(configuratie);
        foreach (var veld in velden) configuratie.Verplicht($"Gemeente:{veld}", Uitleg(veld));
        var gemeente = configuratie.GetSection("Gemeente").Get<Gemeente>() ?? new();
        return velden.Contains(nameof(Gemeente.Code)) && !Codevorm().IsMatch(gemeente.Code)
            ? throw new InvalidOperationException($"Stel Gemeente:Code in: {Uitleg(nameof(Gemeente.Code))}.")
            : gemeente;
    }

    private static string Uitleg(string veld) => veld switch
    {
        nameof(Gemeente.Code) => "de vier cijfers van het CBS",
        nameof(Gemeente.Naam) => "de naam van de gemeente, zoals die onder een brief staat",
        nameof(Gemeente.Telefoon) => "het nummer dat inwoners bellen",
        nameof(Gemeente.Clientondersteuning) => "waar inwoners een onafhankelijke cliëntondersteuner vinden, met telefoonnummer",
        nameof(Gemeente.StandaardWijkteam) => "het wijkteam dat een melding krijgt die er geen noemt",
        _ => throw new ArgumentOutOfRangeException(nameof(veld), veld, "Gemeente heeft dit veld niet."),
    };

    [GeneratedRegex(@"\A[0-9]{4}\z")]
    private static partial Regex Codevorm();
}
