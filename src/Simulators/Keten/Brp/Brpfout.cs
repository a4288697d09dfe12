namespace WmoPlatform.Keten.Brp;

/// <param name="Name">The parameter, or the field of the body.</param>
/// <param name="Code">The kind of fault.</param>
/// <param name="Reason">A Dutch sentence, without the value.</param>
internal sealed record InvalidParam(string Name, string Code, string Reason);

/// <summary>The problems that Haal Centraal answers with.</summary>
internal static class Brpfout
{
    public static IResult Weg() => Maak(503, "Bronservice BRP is tijdelijk niet beschikbaar.", "notAvailable");

    public static IResult Ongeldig(params IReadOnlyList<InvalidParam> parameters) =>
        Maak(400, "Een of meerdere parameters zijn niet correct.", "paramsValidation", parameters);

    public static IResult Maak(int status, string titel, string code, IReadOnlyList<InvalidParam>? parameters = null)
    {
        var extra = new Dictionary<string, object?> { ["code"] = code };
        if (parameters is not null) extra["invalidParams"] = parameters;
        return Results.Problem(title: titel, statusCode: status, extensions: extra);
    }
}
