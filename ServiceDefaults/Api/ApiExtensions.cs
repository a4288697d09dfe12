using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>The API conventions (NL GOV API Design Rules): strict JSON, one OpenAPI document, versions in path and header.</summary>
public static class ApiExtensions
{
    internal static void AddApi(this WebApplicationBuilder builder, ApiBeschrijving api)
    {
        builder.AddNogEenApi(api);
        builder.Services.ConfigureHttpJsonOptions(o => Stel(o.SerializerOptions));
        builder.Services.AddCors(o => o.AddPolicy("openapi", p => p.AllowAnyOrigin().WithMethods("GET")));
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = 1024 * 1024;
        });
    }

    /// <summary>Adds another API to the same process, with its own path and its own OpenAPI document.</summary>
    public static void AddNogEenApi(this WebApplicationBuilder builder, ApiBeschrijving api)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(api);
        builder.Services.AddSingleton(api);
        builder.Services.AddOpenApi(api.Document, o => OpenApiDocument.Stel(o, api));
    }

    /// <summary>Refuses incoming JSON with unknown fields, without a required field, or with null where it is not allowed.</summary>
    public static JsonSerializerOptions Stel(JsonSerializerOptions opties)
    {
        ArgumentNullException.ThrowIfNull(opties);
        opties.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        opties.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        opties.RespectNullableAnnotations = true;
        opties.RespectRequiredConstructorParameters = true;
        opties.NumberHandling = JsonNumberHandling.Strict;
        opties.AllowDuplicateProperties = false;
        opties.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        opties.Converters.Add(new UtcConverter());
        opties.Converters.Add(new DatumConverter());
        opties.Converters.Add(new TekstConverter());
        return opties;
    }

    /// <summary>
    /// The group of all endpoints of this service, with its OpenAPI document at <c>{pad}/openapi.json</c>. What they show of a person is
    /// written in the access log.
    /// </summary>
    /// <param name="app">The service.</param>
    /// <param name="pad">The path of one of its APIs; the first API when left out.</param>
    public static RouteGroupBuilder MapApi(this WebApplication app, string? pad = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        var api = app.Services.GetServices<ApiBeschrijving>().First(a => pad is null || a.Pad == pad);
        // The pattern names the document by its only possible value, because ASP.NET distinguishes several documents that way.
        app.MapOpenApi($"/{{documentName:regex(^{api.Document}$)}}{api.Pad[(api.Document.Length + 1)..]}/openapi.json")
            .RequireCors("openapi").AllowAnonymous();
        return app.MapGroup(api.Pad).WithTags(api.Naam).MetInzagelog().MetDatumgrens();
    }

    /// <summary>Validates the body before the handler runs. An invalid body gives a 400 that names every field.</summary>
    public static RouteHandlerBuilder Valideer<T>(this RouteHandlerBuilder endpoint, IValidator<T> validator)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.AddEndpointFilter(async (context, next) =>
        {
            var body = context.Arguments.OfType<T>().First();
            var uitkomst = validator.Validate(body);
            if (!uitkomst.IsValid)
                throw Fouten.Weigering.Invoer(uitkomst.Errors.GroupBy(f => Camel(f.PropertyName))
                    .ToDictionary(g => g.Key, g => g.Select(f => f.ErrorMessage).ToArray()));
            return await next(context);
        });
    }

    internal static string Camel(string pad) => string.Join('.', pad.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private sealed class UtcConverter : JsonConverter<DateTimeOffset>
    {
        /// <summary>RFC 3339: an instant has an offset. Without one, its meaning would depend on the time zone of the server.</summary>
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.GetString() is [.., 'Z'] or [.., '+' or '-', _, _, ':', _, _]
                && reader.TryGetDateTimeOffset(out var moment)
                ? Datumgrens.Past(DateOnly.FromDateTime(moment.UtcDateTime)) ? moment.ToUniversalTime() : throw new DatumBuitenGrens()
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime);
    }
}

/// <summary>
/// Sends <c>API-Version</c> with every answer (API Design Rules). It is set at the last moment, because problems start with empty headers.
/// </summary>
internal sealed class ApiVersieKop(RequestDelegate next, ApiBeschrijving? api = null)
{
    private readonly string _versie = api?.Versie ?? "1.0.0";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static toestand =>
        {
            var (antwoord, versie) = ((HttpResponse, string))toestand;
            antwoord.Headers["API-Version"] = versie;
            antwoord.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, (context.Response, _versie));
        return next(context);
    }
}
