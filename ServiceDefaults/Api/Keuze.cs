using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>One word of an enum in an address. Bind it as a parameter of an endpoint; the OpenAPI document lists the words.</summary>
/// <param name="Tekst">The text in the address.</param>
public readonly record struct Keuze<T>(string Tekst) where T : struct, Enum
{
    /// <summary>The value that the text stands for.</summary>
    /// <param name="veld">Name of the parameter.</param>
    /// <exception cref="Weigering">400: the text is none of the words.</exception>
    public T Waarde(string veld)
    {
        foreach (var waarde in Enum.GetValues<T>())
            if (Keuze.Woord(waarde) == Tekst) return waarde;
        throw Weigering.Invoer(veld, $"Kies uit: {string.Join(", ", Keuze.Woorden(typeof(T)))}.");
    }

    /// <summary>Accepts every text. <see cref="Waarde"/> refuses unknown words, because it knows the name of the parameter.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Binding looks for it here.")]
    public static bool TryParse(string? tekst, IFormatProvider? _, out Keuze<T> keuze)
    {
        keuze = new(tekst ?? "");
        return true;
    }
}

internal static class Keuze
{
    /// <summary>The word for a value, in kebab-case as in the answers.</summary>
    public static string Woord(Enum waarde) =>
        waarde.GetType().GetField(waarde.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
        ?? JsonNamingPolicy.KebabCaseLower.ConvertName(waarde.ToString());

    public static IEnumerable<string> Woorden(Type soort) => Enum.GetValues(soort).Cast<Enum>().Select(Woord);

    /// <summary>The words of a parameter that is a <see cref="Keuze{T}"/>; null for another parameter.</summary>
    public static IEnumerable<string>? WoordenVan(Type? parameter) =>
        parameter is null ? null
        : (Nullable.GetUnderlyingType(parameter) ?? parameter) is { IsGenericType: true } keuze
        && keuze.GetGenericTypeDefinition() == typeof(Keuze<>)
            ? Woorden(keuze.GetGenericArguments()[0])
        : null;
}
