using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Verbindingen;

namespace WmoPlatform.Correspondentie.Post;

public static class PostExtensions
{
    /// <summary>
    /// Registers e-mail and letters (settings <c>Smtp</c>, <c>Post</c> and <c>Gemeente</c>), <see cref="Verzender"/>, and a health check.
    /// </summary>
    /// <exception cref="InvalidOperationException">E-mail has no server and no folder, or the municipality is not described.</exception>
    public static void AddPost(this IHostApplicationBuilder builder)
    {
        var smtp = builder.Configuration.GetSection("Smtp").Get<Smtpopties>() ?? new();
        if (!smtp.HeeftServer && string.IsNullOrEmpty(smtp.Ophaalmap))
            throw new InvalidOperationException("Stel Smtp:Host in (de mailserver), of Smtp:Ophaalmap (een map voor e-mail als bestand).");
        if (smtp.HeeftServer)
            Versleuteling.Van(builder).Eis(
                "Smtp:Host", smtp.Tls, smtp.Host!, "Zet Smtp:Tls op true, en gebruik een mailserver die STARTTLS kent.");
        if (!Uri.TryCreate(smtp.Gateway, UriKind.Absolute, out var gateway))
            throw new InvalidOperationException(
                "Stel Smtp:Gateway in: het openbare webadres van de gateway, zoals https://wmo.voorbeeld.example.");
        Versleuteling.Van(builder).EisHttps("Smtp:Gateway", gateway);
        builder.AddRetourpost(smtp);

        builder.AddGemeente(nameof(Gemeente.Naam), nameof(Gemeente.Telefoon), nameof(Gemeente.Clientondersteuning));
        builder.Services.Configure<Smtpopties>(builder.Configuration.GetSection("Smtp"));
        builder.Services.Configure<Briefopties>(builder.Configuration.GetSection("Post"));
        builder.Services.PostConfigure<Briefopties>(o =>
        {
            if (string.IsNullOrEmpty(o.Ophaalmap)) o.Ophaalmap = string.IsNullOrEmpty(smtp.Ophaalmap) ? null
                : Path.Combine(smtp.Ophaalmap, "brieven");
        });
        builder.Services.AddSingleton<Emailpost>().AddHostedService<Verzender>().AddHostedService<Postmeting>();
        builder.Services.AddHealthChecks().AddCheck<PostKanWeg>("post", tags: ["ready"]);
    }

    /// <summary>Has the e-mails read that came back, from a mailbox or from a folder, when there is one.</summary>
    private static void AddRetourpost(this IHostApplicationBuilder builder, Smtpopties smtp)
    {
        if (string.IsNullOrEmpty(smtp.Retour.Host) && !smtp.HeeftServer) smtp.Retourmap ??= Path.Combine(smtp.Ophaalmap!, "retour");
        if (!string.IsNullOrEmpty(smtp.Retour.Host))
        {
            if (string.IsNullOrEmpty(smtp.Retouradres))
                throw new InvalidOperationException(
                    "Stel Smtp:Retouradres in: het adres van de postbus in Smtp:Retour, waar verder niets komt.");
            Versleuteling.Van(builder).Eis(
                "Smtp:Retour:Host", smtp.Retour.Tls, smtp.Retour.Host,
                "Zet Smtp:Retour:Tls op true, en gebruik een server die IMAPS kent.");
            builder.Services.AddSingleton<IRetourbus>(s => new Imapbus(smtp.Retour, s.GetRequiredService<ILogger<Imapbus>>()));
        }
        else if (!string.IsNullOrEmpty(smtp.Retourmap))
            builder.Services.AddSingleton<IRetourbus>(s => new Mapbus(smtp.Retourmap, s.GetRequiredService<ILogger<Mapbus>>()));
        else return;
        builder.Services.AddHostedService<Retourpost>();
    }

    /// <summary>Healthy when the folders can be written. A mail server that is away only delays.</summary>
    private sealed class PostKanWeg(IOptions<Smtpopties> smtp, IOptions<Briefopties> brieven) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(
            brieven.Value.Ophaalmap is not { } map
                ? HealthCheckResult.Unhealthy("Stel Post:Ophaalmap in: daar komen de brieven om te printen.")
            : !Ophaalmap.Schrijfbaar(map) ? HealthCheckResult.Unhealthy("De map voor brieven is niet schrijfbaar.")
            : !smtp.Value.HeeftServer && !Ophaalmap.Schrijfbaar(smtp.Value.Ophaalmap!)
            ? HealthCheckResult.Unhealthy("De map voor e-mail is niet schrijfbaar.")
            : HealthCheckResult.Healthy());
    }
}
