using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>Refuses a date outside <see cref="Datumgrens"/>, wherever it stands in a request.</summary>
internal static class Datums
{
    /// <summary>Checks the dates in the path and in the query. Those in the body meet <see cref="DatumConverter"/>.</summary>
    public static RouteGroupBuilder MetDatumgrens(this RouteGroupBuilder groep) => groep.AddEndpointFilterFactory((endpoint, next) =>
    {
        var datums = endpoint.MethodInfo.GetParameters()
            .Where(p => (Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType) == typeof(DateOnly)).ToArray();
        if (datums.Length == 0) return next;
        return context =>
        {
            foreach (var datum in datums)
                if (context.Arguments[datum.Position] is DateOnly dag && !Datumgrens.Past(dag))
                    throw Weigering.Invoer(datum.Name!, Datumgrens.Uitleg);
            return next(context);
        };
    });
}

/// <summary>A date in JSON: <c>yyyy-MM-dd</c>, within <see cref="Datumgrens"/>.</summary>
internal sealed class DatumConverter : JsonConverter<DateOnly>
{
    private const string Vorm = "yyyy-MM-dd";

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String
            || !DateOnly.TryParseExact(reader.GetString(), Vorm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag))
            throw new JsonException();
        return Datumgrens.Past(dag) ? dag : throw new DatumBuitenGrens();
    }

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Vorm, CultureInfo.InvariantCulture));
}

/// <summary>A date outside <see cref="Datumgrens"/>. The serializer adds the place.</summary>
internal sealed class DatumBuitenGrens : JsonException;
