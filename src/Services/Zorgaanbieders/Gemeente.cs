using System.Text.RegularExpressions;
using WmoPlatform.IStandaarden;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>The municipality on whose behalf messages go out and come in.</summary>
/// <param name="Code">Four digits, the CBS code (iWmo IV046).</param>
public sealed partial record Gemeente(string Code)
{
    /// <summary>
    /// Demands that a message is meant for this municipality. One for another was delivered at the wrong door: no retour, but told at once.
    /// </summary>
    public void Vereis(Heenbericht bericht)
    {
        if (bericht.Header.Ontvanger != Code)
            throw Weigering.Regel("andere-gemeente", "Dit bericht is voor een andere gemeente. Controleer de Ontvanger.", "iWmo IV046");
    }

    [GeneratedRegex(@"\A\d{4}\z")]
    internal static partial Regex Vorm();
}

public static class GemeenteExtensions
{
    /// <exception cref="InvalidOperationException"><c>Gemeente:Code</c> is not four digits.</exception>
    public static void AddGemeente(this IHostApplicationBuilder builder)
    {
        var code = builder.Configuration["Gemeente:Code"] ?? "";
        if (!Gemeente.Vorm().IsMatch(code)) throw new InvalidOperationException("Stel Gemeente:Code in: de vier cijfers van het CBS.");
        builder.Services.AddSingleton(new Gemeente(code));
    }
}
