using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.ServiceDefaults.Telemetrie;
using WmoPlatform.ServiceDefaults.Verbindingen;

namespace WmoPlatform.ServiceDefaults.Aanmelding;

/// <summary>
/// Sign-in by bearer tokens of any OpenID Connect issuer (settings <c>Aanmelding:Authority</c> and <c>Aanmelding:Audience</c>).
/// </summary>
public static class AanmeldingExtensions
{
    /// <summary>Validates tokens in this process, in the gateway and in a service alike. An endpoint without a policy is closed.</summary>
    /// <exception cref="InvalidOperationException">Authority or audience is missing, or the authority is not an address.</exception>
    public static void AddAanmelding(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var authority = builder.VerplichtAdres("Aanmelding:Authority", "de uitgever van de tokens");
        var audience = builder.Configuration.Verplicht("Aanmelding:Audience", "voor wie de tokens zijn");
        var tls = builder.Configuration.LeesTls("Aanmelding", intrekking: false);
        var sleutel = builder.Configuration.Sleutel("onderwerp");
        var niveaus = Tokenregels.Betrouwbaarheid(builder.Configuration);
        var gebonden = builder.Configuration.GetSection("Aanmelding:Gebonden").Get<string[]>() ?? [];
        builder.Services.AddSingleton(sp => new Sleutelbron(
            $"{authority.OriginalString.TrimEnd('/')}/.well-known/openid-configuration",
            // What an issuer on https refers to must be on https too.
            new HttpDocumentRetriever(new HttpClient(new SocketsHttpHandler { SslOptions = tls }) { Timeout = TimeSpan.FromSeconds(10) })
            {
                RequireHttps = authority.Scheme == Uri.UriSchemeHttps,
            },
            sp.GetRequiredService<ILogger<Sleutelbron>>()));
        builder.Services.AddHostedService(sp => sp.GetRequiredService<Sleutelbron>());
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<Sleutelbron>((o, bron) => o.ConfigurationManager = bron);
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o =>
        {
            o.Authority = authority.OriginalString;
            o.Audience = audience;
            o.MapInboundClaims = false;
            o.RequireHttpsMetadata = authority.Scheme == Uri.UriSchemeHttps;
            // The problem code says why a token is refused. No part of the token is quoted.
            o.IncludeErrorDetails = false;
            o.TokenValidationParameters.RoleClaimType = "roles";
            o.TokenValidationParameters.NameClaimType = "sub";
            o.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
            o.TokenValidationParameters.ValidateIssuerSigningKey = true;
            Tokenregels.Stel(o.TokenValidationParameters, builder.Configuration);
            o.Events = new JwtBearerEvents
            {
                OnTokenValidated = context => EisWie(context, sleutel, niveaus, gebonden),
                OnAuthenticationFailed = context =>
                {
                    Beveiligingslog.Onthoud(context.HttpContext, context.Exception);
                    return Task.CompletedTask;
                },
            };
        });
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build());
    }

    /// <summary>
    /// Demands a sub. Without one, users could not be distinguished: they would share Idempotency-Keys, signatures and decisions. A sub
    /// that says who somebody is becomes a pseudonym. The gateway has no key and keeps no sub. A resident must have signed in well enough,
    /// and a token that is bound to a certificate must come with it.
    /// </summary>
    private static Task EisWie(TokenValidatedContext context, byte[]? sleutel, string[] niveaus, string[] gebonden)
    {
        if (context.Principal is { } wie && !Tokenbinding.Klopt(context.Request, wie, gebonden))
        {
            context.HttpContext.Items[Problemen.BijStatus] = (
                "token-zonder-certificaat", "Dit token hoort bij een certificaat. Maak verbinding met dat certificaat, "
                + "of vraag een token aan dat erbij hoort.");
            context.Fail("Het token hoort niet bij deze verbinding.");
            return Task.CompletedTask;
        }
        if (context.Principal is { } inwoner && Tokenregels.TeLaag(inwoner, niveaus))
        {
            context.HttpContext.Items[Problemen.BijStatus] = (
                "betrouwbaarheid-te-laag", "Log opnieuw in op een hoger niveau, bijvoorbeeld met de ID-check van DigiD.");
            context.Fail("Het niveau van aanmelden is te laag.");
            return Task.CompletedTask;
        }
        if (string.IsNullOrWhiteSpace(context.Principal?.FindFirst("sub")?.Value)) context.Fail("Het token zegt niet wie het is.");
        else if (sleutel is not null) Schuilnaam.Vervang(context.Principal, sleutel);
        return Task.CompletedTask;
    }

    /// <summary>Opens an endpoint to these roles only. Every endpoint has exactly one such line, or <c>AllowAnonymous</c>.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="rollen">One or more of <see cref="Rollen"/>.</param>
    public static TBuilder Voor<TBuilder>(this TBuilder endpoint, params IReadOnlyList<string> rollen) where TBuilder
        : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new AuthorizationPolicyBuilder(JwtBearerDefaults.AuthenticationScheme).RequireRole(rollen).Build())
            .WithMetadata(new ToegestaneRollen(rollen));
}

/// <summary>The roles that may use an endpoint. The OpenAPI document and the test of all endpoints read them.</summary>
/// <param name="Rollen">The roles.</param>
public sealed record ToegestaneRollen(IReadOnlyList<string> Rollen);
